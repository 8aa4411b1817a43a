export type { Alert, Json } from './alert';

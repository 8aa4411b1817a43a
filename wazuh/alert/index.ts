export type { Alert } from './alert';

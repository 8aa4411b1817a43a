export type { Edge } from './edge';
export { startServer } from './server';
export { disk } from './workspace/disk';

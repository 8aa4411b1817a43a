export type { ActiveResponse, Command, Configuration, Section, Value } from './configuration';
export { configuration } from './configuration';
export type { Role } from './role';
export { detectRole } from './role';

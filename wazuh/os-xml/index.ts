export { read } from './read';
export type { Attribute, Closing, Comment, Element, Fault, FaultKind, OsXml } from './tree';

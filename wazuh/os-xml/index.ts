export { type Decoded, decode, holdsRawBytes, rawByte } from './decode';
export { indentation } from './indentation';
export { limits } from './limits';
export { read } from './read';
export type { Attribute, Closing, Comment, Element, Fault, FaultKind, OsXml } from './tree';
export { contentOf, contentParent, elementAt, elements } from './walk';

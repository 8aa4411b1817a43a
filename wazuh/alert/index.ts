export { addressVersion } from './address';
export { type Alert, isObject, type Json } from './alert';
export { alertFor, type MadeAlert } from './alert-for';
export { didYouMean } from './did-you-mean';
export { field, fieldPaths } from './field';
export { dstuser, type Lookup, srcip } from './lookup';
export { type ReadAlert, readAlert } from './read-alert';
export { seenFields } from './seen-fields';
export type { Confidence } from './typical-fields';

export { addressVersion } from './address';
export { type Alert, isObject, type Json } from './alert';
export { didYouMean } from './did-you-mean';
export { field, fieldPaths } from './field';
export { dstuser, type Lookup, srcip } from './lookup';

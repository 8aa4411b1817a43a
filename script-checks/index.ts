export { type FieldRead, readFields as fieldsRead } from './fields-read';
export type { Finding, FindingHeader, StaticFinding } from './finding';
export { sendsKeys as shakesHands } from './handshake';
export type { Knowledge } from './knowledge';
export { type Language, language, shebang } from './language';
export { looksLikeActiveResponse } from './recognise';
export { type ReadScript, type Script, scriptReader } from './script';
export { staticFindings, staticHeaders } from './static-findings';
export type { GrammarData } from './syntax/parsers';

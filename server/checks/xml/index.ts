import type { FaultKind } from '../../../wazuh/os-xml';
import type { ClusterdFaultKind } from '../../../wazuh/second-reader';
import type { Check } from '../check';
import { attributeBlankBeforeEquals } from './attribute-blank-before-equals';
import { attributeClosing } from './attribute-closing';
import { attributeGreaterThan } from './attribute-greater-than';
import { attributeNoValue } from './attribute-no-value';
import { attributeNotClosed } from './attribute-not-closed';
import { attributeNotQuoted } from './attribute-not-quoted';
import { attributeRepeated } from './attribute-repeated';
import { blankBeforeName } from './blank-before-name';
import { cdata } from './cdata';
import { closingTagBlank } from './closing-tag-blank';
import { closingTagEscaped } from './closing-tag-escaped';
import { closingTagMisspelt } from './closing-tag-misspelt';
import { closingTagStray } from './closing-tag-stray';
import { closingTagUnfinished } from './closing-tag-unfinished';
import { commentEndsEarly } from './comment-ends-early';
import { commentInComment } from './comment-in-comment';
import { commentInTag } from './comment-in-tag';
import { commentNotClosed } from './comment-not-closed';
import { doctype } from './doctype';
import { elementNotClosed } from './element-not-closed';
import { entityInValue } from './entity-in-value';
import { lessThanInText } from './less-than-in-text';
import { secondReaderAttributeAndChild } from './second-reader-attribute-and-child';
import { secondReaderCharacter } from './second-reader-character';
import { secondReaderCluster } from './second-reader-cluster';
import { secondReaderComment } from './second-reader-comment';
import { secondReaderCommentInTag } from './second-reader-comment-in-tag';
import { secondReaderLessThanInAttribute } from './second-reader-less-than-in-attribute';
import { secondReaderLessThanInText } from './second-reader-less-than-in-text';
import { secondReaderNotXml } from './second-reader-not-xml';
import { secondReaderQuery } from './second-reader-query';
import { secondReaderShortTag } from './second-reader-short-tag';
import { secondReaderTextExpected } from './second-reader-text-expected';
import { secondReaderTooDeep } from './second-reader-too-deep';
import { secondReaderWrappedTag } from './second-reader-wrapped-tag';
import { startTagUnfinished } from './start-tag-unfinished';
import { tooDeep } from './too-deep';
import { tooLong } from './too-long';
import { tooManyAttributes } from './too-many-attributes';
import { variableIgnored } from './variable-ignored';
import { xmlProlog } from './xml-prolog';

/** One check for each kind of fault: the compiler sees that none is forgotten. */
const faults: Readonly<Record<FaultKind, Check>> = {
  'xml-prolog': xmlProlog,
  doctype,
  cdata,
  'element-not-closed': elementNotClosed,
  'closing-tag-misspelt': closingTagMisspelt,
  'closing-tag-blank': closingTagBlank,
  'closing-tag-unfinished': closingTagUnfinished,
  'closing-tag-escaped': closingTagEscaped,
  'closing-tag-stray': closingTagStray,
  'start-tag-unfinished': startTagUnfinished,
  'blank-before-name': blankBeforeName,
  'less-than-in-text': lessThanInText,
  'comment-not-closed': commentNotClosed,
  'comment-in-tag': commentInTag,
  'attribute-no-value': attributeNoValue,
  'attribute-blank-before-equals': attributeBlankBeforeEquals,
  'attribute-not-quoted': attributeNotQuoted,
  'attribute-not-closed': attributeNotClosed,
  'attribute-greater-than': attributeGreaterThan,
  'attribute-closing': attributeClosing,
  'attribute-repeated': attributeRepeated,
  'too-many-attributes': tooManyAttributes,
  'too-long': tooLong,
  'too-deep': tooDeep,
};

/** And one for each kind of refusal of the second reader, but for one that all daemons share: see sections/wodle-name. */
const refusals: Readonly<Record<Exclude<ClusterdFaultKind, 'wodle-name'>, Check>> = {
  character: secondReaderCharacter,
  'wrapped-tag': secondReaderWrappedTag,
  'short-tag': secondReaderShortTag,
  comment: secondReaderComment,
  'comment-in-tag': secondReaderCommentInTag,
  'less-than-in-attribute': secondReaderLessThanInAttribute,
  'less-than-in-text': secondReaderLessThanInText,
  'not-xml': secondReaderNotXml,
  'too-deep': secondReaderTooDeep,
  query: secondReaderQuery,
  'text-expected': secondReaderTextExpected,
  'attribute-and-child': secondReaderAttributeAndChild,
  cluster: secondReaderCluster,
};

/** The checks of Wazuh's dialect of XML: its faults, and traps that Wazuh passes over in silence. */
export const xmlChecks: readonly Check[] = [
  ...Object.values(faults),
  ...Object.values(refusals),
  commentEndsEarly,
  commentInComment,
  entityInValue,
  variableIgnored,
];

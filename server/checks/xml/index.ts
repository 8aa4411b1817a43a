import type { FaultKind } from '../../../wazuh/os-xml';
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

/** The checks of Wazuh's dialect of XML: its faults, and traps that Wazuh passes over in silence. */
export const xmlChecks: readonly Check[] = [
  ...Object.values(faults),
  commentEndsEarly,
  commentInComment,
  entityInValue,
  variableIgnored,
];

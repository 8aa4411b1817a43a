import type { Check } from '../check';
import { heard, isSilent, severityOf } from './heard';
import { meantElement } from './meant';
import { outcome } from './outcome';
import { readerOf } from './reader';
import { said } from './wording';

export const unknownElement: Check = {
  code: 'unknown-element',
  severity: 'error',
  wazuh: '1230',
  title: 'Unknown element',
  explanation:
    'What a daemon does with an element that it does not know depends on the section: most refuse to start, syscheck ' +
    'warns and goes on, rootcheck warns and switches itself off (the readers in src/config). ' +
    'Names are compared byte for byte, with few exceptions.',
  since: '4.0',
  example: {
    bad: '<global>\n  <⟦logal⟧>no</logal>\n</global>',
    good: '<global>\n  <logall>no</logall>\n</global>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'unknown-element')) {
      const meant = isSilent(remark) ? undefined : meantElement(remark, context, configuration);
      if (!meant) continue;
      yield {
        span: remark.span,
        severity: severityOf(remark),
        wazuh: remark.reaction.messageId ?? null,
        message: outcome(remark, said(remark, readerOf(remark, context.catalog)), meant.sentence),
        fixes: meant.fixes,
      };
    }
  },
};

import { t } from '@vscode/l10n';
import type { Configuration } from '../../../wazuh/model';
import type { Element } from '../../../wazuh/os-xml';
import type { Check } from '../check';
import type { Context } from '../context';
import { managerResponses } from '../manager';
import { valuePlace } from '../places';
import { says, willNotStart } from '../says';
import { yesNoFixes } from '../yes-no';

export const disabledValue: Check = {
  code: 'disabled-value',
  severity: 'error',
  wazuh: '1235',
  title: 'disabled is neither yes nor no',
  explanation:
    'Wazuh compares the text of `<disabled>` with `yes` and `no`, byte for byte: no capitals, no blanks. A manager ' +
    'checks every one; an agent’s execd only the first of the file ' +
    '(src/config/active-response.c, ExecdConfig in src/os_execd/config.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <disabled>⟦Yes⟧</disabled>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
    good: `<active-response>
  <disabled>yes</disabled>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const element of checkedElements(configuration, context)) {
      if (element.text === 'yes' || element.text === 'no') continue;
      yield {
        span: valuePlace(element),
        message: willNotStart(
          says('1235', 'disabled', element.text),
          t('Only yes and no are taken, in small letters and without blanks.'),
        ),
        fixes: yesNoFixes(element),
      };
    }
  },
};

/** The `<disabled>` elements whose text some daemon checks. */
function checkedElements(configuration: Configuration, context: Context): readonly Element[] {
  const { role, responses } = configuration;
  // An agent's execd looks for one `disabled`, in the first block alone (ReadExecConfig, src/os_execd/config.c).
  const read = role === 'agent' ? responses.slice(0, 1) : managerResponses(configuration, context);
  const all = read.flatMap(({ section }) => section.children.filter(({ name }) => name === 'disabled'));
  return role === 'agent' ? all.slice(0, 1) : all;
}

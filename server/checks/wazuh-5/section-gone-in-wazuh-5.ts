import { t } from '@vscode/l10n';
import type { Section } from '../../../wazuh/model';
import type { Element } from '../../../wazuh/os-xml';
import { features } from '../../../wazuh/versions';
import type { Check } from '../check';
import type { Context } from '../context';
import { remove } from '../edits';
import { says, willNotStart } from '../says';

export const sectionGoneInWazuh5: Check = {
  code: 'section-gone-in-wazuh-5',
  severity: 'error',
  wazuh: '1230',
  title: 'Section that Wazuh 5 does not know',
  explanation:
    'Wazuh 5 has no `<alerts>`, `<ruleset>`, `<rule_test>`, `<labels>`, `<integration>`, `<email_alerts>`, ' +
    '`<syslog_output>`, `<reports>`, `<agentless>`, `<database_output>` and `<fluent-forward>` any more, on managers and ' +
    'on agents; of `<global>` only `agents_disconnection_time` and `agents_disconnection_alert_time` are left. Each ' +
    'daemon that meets another refuses the file ' +
    '(read_main_elements in src/config/src/config.c and Read_Global in src/config/src/global-config.c, tag v5.0.0-beta4).',
  since: '5.0',
  example: {
    bad: `<wazuh_config>
  <global>
    <⟦jsonout_output⟧>yes</jsonout_output>
    <agents_disconnection_time>15m</agents_disconnection_time>
  </global>
  <⟦ruleset⟧>
    <rule_dir>etc/rules</rule_dir>
  </ruleset>
</wazuh_config>`,
    good: `<wazuh_config>
  <global>
    <agents_disconnection_time>15m</agents_disconnection_time>
  </global>
</wazuh_config>`,
    given: { version: '5.0' },
  },
  *run({ sections, xml }, context) {
    if (features(context.version).commandsInConfiguration) return;
    for (const section of sections) {
      const gone = goneOf(section, context);
      for (const element of gone) {
        const alone = gone.length === section.children.length ? section.element : element;
        yield {
          span: element.nameSpan,
          message: willNotStart(
            says('1230', element.name),
            t('Wazuh 5 has no <{0}> any more. Remove it.', element.name),
          ),
          fixes: [
            { title: t('Remove <{0}>', alone.name), edits: [remove(xml.text, alone)], preferred: true },
          ],
        };
      }
    }
  },
};

/** The section itself if it is gone, or those of its elements that are: of `<global>` alone that is known for sure. */
function goneOf({ name, element, children }: Section, { catalog }: Context): readonly Element[] {
  // Commands have a check of their own.
  if (name === 'command') return [];
  if (catalog.changesIn5.removedSections.includes(name)) return [element];
  if (name !== 'global') return [];
  const known = catalog.section('global')?.children ?? [];
  return children.filter((child) => known.some((one) => one.name === child.name && one.removedIn === '5.0'));
}

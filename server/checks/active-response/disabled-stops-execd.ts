import { t } from '@vscode/l10n';
import { runsAt } from '../../../wazuh/model';
import type { Check } from '../check';
import { boundResponses, managerResponses } from '../manager';
import { withoutBlocks } from './without-blocks';

export const disabledStopsExecd: Check = {
  code: 'disabled-stops-execd',
  severity: 'warning',
  wazuh: '1350',
  silent:
    'analysisd reads this block as a response that is off. Only execd says 1350, at level INFO, as if it had been wished.',
  title: 'First disabled switches execd off',
  explanation:
    'execd reads the first `<disabled>` of all `<active-response>` blocks and nothing else of them. If it says yes, ' +
    'execd on this machine is off (1350), and no response runs here: none with location `server`, and none with ' +
    '`local` for events of the manager itself. Agents go on, by their own files ' +
    '(ExecdConfig, src/os_execd/config.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  ⟦<disabled>yes</disabled>⟧
  <command>host-deny</command>
  <location>local</location>
  <rules_id>5720</rules_id>
</active-response>
<active-response>
  <command>firewall-drop</command>
  <location>server</location>
  <rules_id>5712</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>server</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    const switches = managerResponses(configuration, context).flatMap(({ section }) => {
      const element = section.children.find(({ name }) => name === 'disabled');
      return element ? [{ element, section }] : [];
    });
    const first = switches[0]?.element;
    if (first?.text !== 'yes') return;
    const here = boundResponses(configuration, context).filter(({ targets }) => runsAt(targets) === 'server');
    const own = boundResponses(configuration, context).filter(({ targets }) => targets.includes('local'));
    if (here.length === 0 && own.length === 0) return;
    // With the first gone, the next would be the first.
    const end = switches.findIndex(({ element }) => element.text !== 'yes');
    const leading = end < 0 ? switches : switches.slice(0, end);
    yield {
      span: first.span,
      severity: here.length > 0 ? 'warning' : 'information',
      message:
        here.length > 0
          ? t(
              'This is the first <disabled> of the file, so execd on the manager is off (1350): no response runs here.',
            )
          : t(
              'This is the first <disabled> of the file, so execd on the manager is off (1350): local responses do not answer events of the manager itself.',
            ),
      related: [...here, ...own].map(({ response }) => ({
        span: response.section.element.nameSpan,
        message: t('Does not run on the manager'),
      })),
      fixes: withoutBlocks(
        configuration,
        leading.length > 1 ? t('Remove the disabled blocks') : t('Remove the disabled block'),
        leading.map(({ section }) => section),
      ),
    };
  },
};

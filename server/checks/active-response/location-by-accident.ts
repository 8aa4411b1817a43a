import { t } from '@vscode/l10n';
import { locationWords, type Target, targets } from '../../../wazuh/model';
import type { Check } from '../check';
import { setText } from '../edits';
import { boundResponses } from '../manager';
import { valuePlace } from '../places';

export const locationByAccident: Check = {
  code: 'location-by-accident',
  severity: 'warning',
  wazuh: null,
  silent: 'Wazuh searches the text for its words and does not ask what else stands there.',
  title: 'Location understood by accident',
  explanation:
    'Wazuh looks for its words anywhere in the location, in any case. So `localhost` is taken for local, `base` for ' +
    'server (it holds `as`), `small` for all and `company` for all (it holds `any`). Nothing is said about it ' +
    '(ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>⟦small⟧</location>
  <rules_id>5712</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>all</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const { response } of boundResponses(configuration, context)) {
      const { location } = response;
      const [target, another] = targets(location?.text ?? '');
      // What names several places has a check of its own.
      if (!location || !target || another || isWord(location.text)) continue;
      yield {
        span: valuePlace(location.element),
        message: t('Wazuh takes this for {0}: {1}. Write what you mean.', target, where(target)),
        fixes: [
          { title: t('Change to {0}', target), edits: [setText(location.element, target)], preferred: true },
        ],
      };
    }
  },
};

function isWord(location: string): boolean {
  return locationWords.some((word) => word.toLowerCase() === location.trim().toLowerCase());
}

function where(target: Target): string {
  switch (target) {
    case 'server':
      return t('the response runs on the manager');
    case 'local':
      return t('the response runs on the agent that reported the event');
    case 'defined-agent':
      return t('the response runs on the agent that agent_id names');
    case 'all':
      return t('the response runs on every connected agent');
  }
}

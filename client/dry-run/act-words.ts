import { t } from '@vscode/l10n';
import type { Act } from '../../dryrun';
import type { ChosenAlert } from '../alerts/alert-source';
import { target } from '../alerts/target';

/** What comes next in a scenario, in words. `timeout` in seconds. */
export function actWords(act: Act, { alert }: ChosenAlert, timeout: number): string {
  switch (act.kind) {
    case 'alert':
      if (act.about === 'another target') return t('Next: an alert about another target.');
      return t('Next: the alert about {0}.', target(alert) ?? t('its target'));
    case 'alerts at once':
      return t('Next: {0} alerts at the same time.', act.alerts.length);
    case 'wait':
      return t('Next: {0} s pass, and what is due is undone.', timeout);
    case 'delete':
      return t('Next: delete, though nothing is pending.');
    case 'line':
      return t('Next: a line that is no message.');
  }
}

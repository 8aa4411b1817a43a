import { t } from '@vscode/l10n';
import { type ActiveResponse, runsAt, type Target, type Trigger, targets, trigger } from '../../wazuh/model';

/** How many rule ids a line names. */
const mostIds = 4;

/** A response in a line: `firewall-drop → local on 5710, 5712`. */
export function responseInShort(response: ActiveResponse): string {
  const command = response.command?.text.trim() || t('no command');
  const where = response.location?.text.trim() || t('nowhere');
  return t('{0} → {1} on {2}', command, where, triggerInShort(trigger(response)));
}

/** What sets a response off, in a few words. */
export function triggerInShort({ level, group, ids }: Trigger): string {
  const matching = [
    ...(level > 0 ? [t('level {0} and above', level)] : []),
    ...(group === undefined ? [] : [t('group {0}', group.trim())]),
  ];
  const listed = ids.slice(0, mostIds).map(({ id }) => String(id));
  const alternatives = [
    ...(matching.length > 0 ? [matching.join(t(' and '))] : []),
    ...(listed.length > 0 ? [listed.join(', ') + (ids.length > mostIds ? ', …' : '')] : []),
  ];
  return alternatives.length > 0 ? alternatives.join(t(' or ')) : t('nothing');
}

/** Where a response runs, for a sentence that begins with "runs on". Undefined where no target is named. */
export function whereItRuns({ location, agentId }: ActiveResponse): string | undefined {
  const where: Target | undefined = runsAt(targets(location?.text ?? ''));
  switch (where) {
    case 'server':
      return t('the manager');
    case 'all':
      return t('every active agent');
    case 'defined-agent':
      return t('agent {0}', agentId?.text.trim() ?? '?');
    case 'local':
      return t('the reporting agent');
    case undefined:
      return undefined;
  }
}

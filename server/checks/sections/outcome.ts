import { t } from '@vscode/l10n';
import { type Remark, refuses } from '../../../wazuh/daemons';
import { sentences, willNotStart } from '../says';

/** What is lost when a daemon goes on without what was written. */
function lost({ kind, reaction, path }: Remark): string {
  if (kind === 'unknown-attribute') return t('Wazuh starts, and passes over this attribute.');
  const [section = ''] = path;
  switch (reaction.scope) {
    case undefined:
      return '';
    case 'section':
      return t('Wazuh starts, but leaves <{0}> out: everything in it is off.', section);
    case 'block':
      return t('Wazuh starts, but leaves this block out.');
    case 'daemon':
      return t('Wazuh passes its start-up test, but: {0}.', reaction.effect ?? '');
    default:
      return t('Wazuh starts, but without this: the default stays.');
  }
}

/** The message of a remark: what Wazuh says and does, then what it takes instead. */
export function outcome(remark: Remark, said: string, advice: string): string {
  if (refuses(remark)) return willNotStart(said, advice);
  return sentences(lost(remark), said, advice);
}

import { t } from '@vscode/l10n';
import type { Effect } from '../../dryrun';

/** What tells most of a script comes first; a command that was run says least, as its effect stands beside it. */
const telling: readonly Effect['kind'][] = [
  'firewall',
  'account',
  'deleted',
  'changed',
  'created',
  'process',
  'network',
  'command',
];

/** The changes of one start in a line: the most telling one, and how many more there are. */
export function did(effects: readonly Effect[]): string {
  const [first, ...others] = effects.toSorted(
    (one, other) => telling.indexOf(one.kind) - telling.indexOf(other.kind),
  );
  if (!first) return t('changes nothing');
  return others.length === 0 ? act(first) : t('{0}, and {1} more', act(first), others.length);
}

function act({ kind, what, change }: Effect): string {
  switch (kind) {
    case 'created':
      return t('creates {0}', what);
    case 'changed':
      return t('changes {0}', what);
    case 'deleted':
      return t('deletes {0}', what);
    case 'firewall':
      return change === 'removed' ? t('takes out {0}', what) : t('puts in {0}', what);
    case 'account':
      return change === 'removed' ? t('takes back {0}', what) : what;
    case 'process':
      return change === 'removed' ? t('ends {0}', what) : t('leaves running {0}', what);
    case 'command':
      return t('runs {0}', what);
    case 'network':
      return /^(?:tcp|udp|ping|dns) /.test(what)
        ? t('tries to reach {0}', what)
        : t('would hand over: {0}', what);
  }
}

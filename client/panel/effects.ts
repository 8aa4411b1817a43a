import { t } from '@vscode/l10n';
import type { Effect, Report } from '../../dryrun';
import type { Badge, EffectGroup, EffectRow } from './state';

/** The changes grouped by step, each of add's with its fate: taken back by delete, left behind, or only to be expected. */
export function effectGroups(report: Pick<Report, 'effects' | 'reverted'>): readonly EffectGroup[] {
  const steps: readonly Effect['step'][] = ['add', 'delete'];
  return steps
    .map((step) => ({
      heading: step === 'add' ? t('On add') : t('On delete'),
      rows: report.effects
        .filter((effect) => effect.step === step)
        .map((effect) => row(effect, outcome(effect, report))),
    }))
    .filter((group) => group.rows.length > 0);
}

function row(effect: Effect, fate: Badge | undefined): EffectRow {
  const { what, diff, mode } = effect;
  return {
    ...described(effect),
    what,
    mode: mode ? `${mode.from} → ${mode.to}` : '',
    diff,
    outcome: fate,
  };
}

function described({ kind, change, what }: Effect): Pick<EffectRow, 'symbol' | 'kind'> {
  const [added, symbol] = change === 'removed' ? [false, '−'] : [true, '+'];
  switch (kind) {
    case 'created':
      return { symbol: '+', kind: t('file created') };
    case 'changed':
      return { symbol: '~', kind: t('file changed') };
    case 'deleted':
      return { symbol: '−', kind: t('file deleted') };
    case 'command':
      return { symbol: '›', kind: t('command') };
    case 'firewall':
      return { symbol, kind: added ? t('firewall rule') : t('firewall rule gone') };
    case 'account':
      return { symbol, kind: added ? t('account') : t('account restored') };
    case 'process':
      return { symbol, kind: added ? t('still running') : t('process ended') };
    case 'network':
      return { symbol: '›', kind: isAttempt(what) ? t('network attempt, refused') : t('handed to others') };
  }
}

/** Whether a script only tried to reach somebody: `tcp 203.0.113.9:4711`. */
function isAttempt(what: string): boolean {
  return /^(?:tcp|udp|ping|dns) /.test(what);
}

/** Undefined where there is no answer: for a command, a scratch file, or where nothing had to be taken back. */
function outcome(effect: Effect, report: Pick<Report, 'effects' | 'reverted'>): Badge | undefined {
  // A command or an attempt is an act, not a state: there is nothing to take back but what it did.
  if (effect.step !== 'add' || effect.kind === 'command' || effect.kind === 'network') return undefined;
  if (report.reverted === null) return undefined;
  if (report.effects.some((other) => other.step === 'delete' && undoes(other, effect)))
    return { tone: 'good', text: t('taken back') };
  return report.reverted ? undefined : { tone: 'bad', text: t('left behind') };
}

/** Whether one effect is the opposite of another. */
function undoes(later: Effect, earlier: Effect): boolean {
  if (later.what !== earlier.what) return false;
  const opposite = { created: 'deleted', deleted: 'created', changed: 'changed' } as const;
  switch (earlier.kind) {
    case 'created':
      return later.kind === opposite.created;
    case 'deleted':
    case 'changed':
      return later.kind === opposite[earlier.kind] && mirrors(later.diff ?? '', earlier.diff ?? '');
    default:
      return later.kind === earlier.kind && later.change !== earlier.change;
  }
}

/** Whether a diff takes out what another put in, and the other way round. */
function mirrors(later: string, earlier: string): boolean {
  return marked(later, '+') === marked(earlier, '-') && marked(later, '-') === marked(earlier, '+');
}

function marked(diff: string, sign: '+' | '-'): string {
  return diff
    .split('\n')
    .filter((line) => line.startsWith(sign) && !line.startsWith(sign.repeat(3)))
    .map((line) => line.slice(1))
    .sort()
    .join('\n');
}

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
  return { ...kinds()[effect.kind], what: effect.what, diff: effect.diff, outcome: fate };
}

function kinds(): Readonly<Record<Effect['kind'], { readonly symbol: string; readonly kind: string }>> {
  return {
    created: { symbol: '+', kind: t('file created') },
    changed: { symbol: '~', kind: t('file changed') },
    deleted: { symbol: '−', kind: t('file deleted') },
    command: { symbol: '›', kind: t('command run') },
    firewall: { symbol: '#', kind: t('firewall') },
    account: { symbol: '@', kind: t('account') },
    process: { symbol: '∞', kind: t('process left running') },
  };
}

function outcome(effect: Effect, report: Pick<Report, 'effects' | 'reverted'>): Badge | undefined {
  if (effect.what.endsWith('active-responses.log')) return { tone: 'plain', text: t('expected') };
  // A command is an act, not a state: there is nothing to take back but what it did.
  if (effect.step !== 'add' || effect.kind === 'command' || report.reverted === null) return undefined;
  return report.reverted || undone(effect, report.effects)
    ? { tone: 'good', text: t('taken back') }
    : { tone: 'bad', text: t('left behind') };
}

/** Whether delete did the opposite to the same thing. */
function undone(effect: Effect, effects: readonly Effect[]): boolean {
  const opposite: Readonly<Partial<Record<Effect['kind'], Effect['kind']>>> = {
    created: 'deleted',
    deleted: 'created',
    changed: 'changed',
    firewall: 'firewall',
    account: 'account',
  };
  return effects.some(
    (other) => other.step === 'delete' && other.what === effect.what && other.kind === opposite[effect.kind],
  );
}

import { t } from '@vscode/l10n';
import { notShown } from '../verdict';
import type { JudgedScenario, Occasion } from './scenario';
import { alert } from './scenario';
import { declined } from './shown';

/** Commands that come and go together. */
const together: readonly (readonly string[])[] = [['iptables', 'ip6tables']];

/** Scripts that use more are unheard of, and each takes a run. */
const MOST = 6;

export const toolMissing: JudgedScenario = {
  name: 'tool-missing',
  summary: () =>
    t(
      'A command that the script uses (jq, iptables, …) is not installed: it does nothing by halves and says so. Each is taken away by itself.',
    ),
  acts: [alert],
  settings: (occasion) => missing(occasion).map((hidden) => ({ hidden })),
  harmful: true,
  applies: (occasion) => missing(occasion).length > 0,
  looksFor: ['missing-tool'],
  shown(trial) {
    const [name] = trial.main.setting.hidden ?? [];
    if (name === undefined) return notShown(t('It uses no command that not every host has.'));
    const judged = declined(trial);
    return { ...judged, why: t('Without {0}: {1}', name, judged.why) };
  },
};

/** What is taken away, one after the other. */
function missing({ tools }: Occasion): readonly (readonly string[])[] {
  const sets = tools.map((tool) => together.find((set) => set.includes(tool)) ?? [tool]);
  return sets.filter((set, index) => sets.indexOf(set) === index).slice(0, MOST);
}

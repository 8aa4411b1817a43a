import { t } from '@vscode/l10n';
import { difference } from '../effects/difference';
import { deeds } from '../expectation/deeds';
import { stopsEverybody } from '../proof/rules';
import { targets } from '../target';
import { strikes } from './acts';
import { claim, findsTarget } from './compare';
import { ownWords } from './complaints';
import { adds, type RunCheck, some, type Trial } from './finding';

export const noTargetCheck: RunCheck = {
  code: 'no-target-check',
  title: 'The script acts without a target',
  explanation: [
    'Not every alert of a rule has an address, an account or a file. A script that does not look acts on an empty word, or',
    'on `null`: a firewall rule without a source shuts everybody out, `rm` without a name removes something else or',
    'nothing, and the log says all the same that the threat is gone.',
    '\n\nLook whether the field is there and holds what it should; if not, say so in the log and end.',
  ].join(' '),
  judge(trial) {
    const everybody = stopped(trial);
    if (everybody !== undefined) {
      return {
        message: t(
          'The rule stops everybody, not the address alone: it is bound to no source. Nobody gets to this host any more. Bind it to the address (-s, saddr).',
        ),
        evidence: everybody,
      };
    }
    if (!looksForTarget(trial)) return undefined;
    for (const step of adds(trial)) {
      if (targets(step.alert).length > 0) continue;
      const done = strikes(step.before, step.after, step.session, trial);
      if (done.length > 0) {
        return {
          message: t(
            'The script acts although the alert names no target. It works with an empty word or null. Check that the field is there; if not, say so in the log and end.',
          ),
          evidence: t('Without a target: {0}', some(done)),
        };
      }
      // Who tells somebody of an alert has done so, whatever the alert names.
      const idle = deeds(step, step.session).length === 0;
      const lie = idle && trial.plain ? claim(step, trial.plain) : undefined;
      if (lie !== undefined) {
        return {
          message: t(
            'The script says that it has acted although the alert names no target. The log is wrong then, and nobody looks any further. Check that the field is there; if not, say so in the log and end.',
          ),
          evidence: t('Nothing was done, yet the log says: {0}', ownWords(lie, step)),
        };
      }
    }
    return undefined;
  },
};

/** The rule by which a script that is there to block one address stops everybody; one that lets others in first does not. */
function stopped({ main, expectation }: Trial): string | undefined {
  const [step] = main.steps;
  if (!step || expectation?.what !== 'blocks the address') return undefined;
  const { added } = difference(step.before, step.after, main.sandbox.original).firewall;
  return added.some((rule) => /-j ACCEPT|\baccept\b/.test(rule)) ? undefined : added.find(stopsEverybody);
}

/** Whether a script cares for a target at all: it shows one where there is one, or its text reads a field for it. */
function looksForTarget({ plain, inText }: Trial): boolean {
  return plain ? findsTarget(plain) : inText.some(({ code }) => code === 'wrong-field');
}

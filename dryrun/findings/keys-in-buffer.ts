import { t } from '@vscode/l10n';
import { staticHeader } from '../../script-checks';
import { keysOf } from '../execd/keys';
import { acts } from './acts';
import { adds, type RunCheck, type Trial } from './finding';

export const keysInBuffer: RunCheck = {
  ...staticHeader('keys-in-buffer'),
  judge(trial) {
    const stuck = adds(trial).find((step) => keysStayInBuffer(step, trial));
    if (!stuck) return undefined;
    return {
      message: t(
        'The keys never leave the script: they stay in its output buffer. It then waits for an answer that execd cannot give, and both wait for ever. Flush stdout after printing them.',
      ),
      evidence: t(
        'The line appeared only when the script had ended: {0}',
        stuck.conversation.first?.trim() ?? '',
      ),
    };
  },
};

/**
 * Whether a script asks rightly but does not flush: it waited for an answer, and the keys came out at its end, when it
 * had done nothing yet.
 */
export function keysStayInBuffer(step: ReturnType<typeof adds>[number], trial: Trial): boolean {
  const { first, starved } = step.conversation;
  if (starved === undefined || first === undefined || keysOf(first, trial.version) === undefined)
    return false;
  if (trial.inText.some(({ code }) => code === 'reads-to-eof')) return false;
  return acts(step.before, step.unanswered ?? step.before, step.session, trial).length === 0;
}

import { t } from '@vscode/l10n';
import { staticHeader } from '../../script-checks';
import { field } from '../../wazuh/alert';
import { targets } from '../target';
import { adds, brief, type RunCheck } from './finding';
import { mentions, mentionTarget, traces } from './traces';

export const takesWrongField: RunCheck = {
  ...staticHeader('takes-wrong-field'),
  judge(trial) {
    for (const step of adds(trial)) {
      const address = field(step.alert, 'agent.ip');
      if (typeof address !== 'string' || readsIt.test(trial.code)) continue;
      const isTarget = targets(step.alert).some(({ value }) => value === address);
      const shown = traces(step, step.session);
      if (isTarget || targets(step.alert).length === 0 || mentionTarget(shown, step.alert)) continue;
      // What goes to stderr is not what it worked with.
      const done = shown.find((trace) => trace !== step.conversation.stderr && mentions(trace, address));
      if (done === undefined) continue;
      return {
        message: t(
          'The script acts on the address of the agent, and not on what the alert is about. Ask for the value by its place: {0}',
          "jq -r '.parameters.alert.data.srcip'",
        ),
        evidence: t('{0} is parameters.alert.agent.ip: {1}', address, brief(done)),
      };
    }
    return undefined;
  },
};

/** A script that asks for the agent's address by its place means it. */
const readsIt = /agent\b["'\])\s,]*(?:\.get\(|\.|\[)\s*["']?ip\b|\bagent\.ip\b/;

import { t } from '@vscode/l10n';
import { home } from '../wazuh/home';
import type { DeploymentStep, ScaffoldRequest, ScriptFile } from './request';

const { scripts, log } = home('linux');

/** What must be done before the response works, in order: bring the script there, bind it, restart, watch. */
export function steps(request: ScaffoldRequest, script: ScriptFile): readonly DeploymentStep[] {
  return [copy(request, script), bind(), watch(script)];
}

function copy(request: ScaffoldRequest, { name }: ScriptFile): DeploymentStep {
  return {
    text: t(
      '{0}: put the script into active-response/bin, owned by root, group wazuh, mode 750.',
      machines(request),
    ),
    commands: [`sudo install -o root -g wazuh -m 750 ${name} ${scripts}/${name}`],
  };
}

/** Where the script must lie: Wazuh distributes the configuration, never the scripts. */
function machines({ where }: ScaffoldRequest): string {
  switch (where.location) {
    case 'local':
      return t('On every agent whose alerts may start it, and on the manager for its own alerts');
    case 'server':
      return t('On the manager (in a cluster, on every node)');
    case 'all':
      return t('On every agent; the manager itself is not among "all"');
    case 'defined-agent':
      return t('On agent {0}', where.agentId);
  }
}

function bind(): DeploymentStep {
  return {
    text: t(
      'On the manager: put the two blocks into ossec.conf, test it, and restart. Agents need no restart.',
    ),
    commands: ['sudo /var/ossec/bin/wazuh-analysisd -t && sudo systemctl restart wazuh-manager'],
  };
}

function watch({ name }: ScriptFile): DeploymentStep {
  return {
    text: t('Set off an alert, and look for lines of {0} in the log of the machine that runs it.', name),
    commands: [`sudo tail -f ${log}`],
  };
}

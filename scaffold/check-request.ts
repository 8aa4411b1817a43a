import { t } from '@vscode/l10n';
import { nameProblem } from './name';
import type { ScaffoldRequest } from './request';
import { template } from './templates';

/** The longest timeout that Wazuh's atoi takes whole, in seconds. */
const longest = 2_147_483_647;

/**
 * Why a request cannot be written, or undefined.
 * @param reserved names of the executables and commands that Wazuh ships
 */
export function requestProblem(request: ScaffoldRequest, reserved: readonly string[]): string | undefined {
  const { stateful } = template(request.template);
  return (
    nameProblem(request.name, request.language, reserved) ??
    triggerProblem(request) ??
    timeoutProblem(request.timeout, stateful) ??
    textProblem(request)
  );
}

function triggerProblem({ when, where }: ScaffoldRequest): string | undefined {
  const { rulesId = [], level, rulesGroup } = when;
  if (rulesId.length === 0 && level === undefined && !rulesGroup) {
    return t('Say which alerts start the response: rule ids, a group or a level. Without one it never runs.');
  }
  if (rulesId.some((id) => !Number.isInteger(id) || id < 1)) return t('A rule id is a number above 0.');
  if (level !== undefined && !(Number.isInteger(level) && level >= 1 && level <= 16)) {
    return t('A level is a number from 1 to 16.');
  }
  if (where.location === 'defined-agent' && !(/^\d+$/.test(where.agentId) && Number(where.agentId) > 0)) {
    return t('An agent id is a number above 000; the manager itself is the location server.');
  }
  return undefined;
}

function timeoutProblem(timeout: number | undefined, stateful: boolean): string | undefined {
  if (timeout === undefined) return undefined;
  if (!stateful) return t('This response cannot be undone, so it takes no timeout.');
  if (!Number.isInteger(timeout) || timeout < 1 || timeout > longest) {
    return t('A timeout is a whole number of seconds, 1 or more.');
  }
  return undefined;
}

/** `<` opens a tag, and an end of line belongs to the text: neither can stand in a value. */
function textProblem({ extraArgs = '', when: { rulesGroup = '' } }: ScaffoldRequest): string | undefined {
  if (/[<>\r\n]/.test(extraArgs + rulesGroup)) return t('A value cannot hold <, > or an end of line.');
  return undefined;
}

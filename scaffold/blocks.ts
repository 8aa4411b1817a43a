import { XMLBuilder } from 'fast-xml-parser';
import { commandName, fileName } from './name';
import type { Blocks, ScaffoldRequest } from './request';
import { template } from './templates';

/** Two blanks a level, as the stock file has them. Wazuh decodes no entity, so none is written. */
const builder = new XMLBuilder({
  format: true,
  indentBy: '  ',
  ignoreAttributes: false,
  processEntities: false,
  suppressEmptyNode: false,
});

/** The `<command>` and `<active-response>` sections of a request. */
export function blocks(request: ScaffoldRequest): Blocks {
  const { stateful, defaultTimeout } = template(request.template);
  const name = commandName(request.name, request.language);
  const timeout = stateful ? (request.timeout ?? defaultTimeout) : 0;
  const { rulesId = [], rulesGroup, level } = request.when;
  return {
    name,
    timeout,
    command: section('command', {
      name,
      executable: fileName(request.name, request.language),
      ...(request.extraArgs && { extra_args: request.extraArgs }),
      timeout_allowed: stateful ? 'yes' : 'no',
    }),
    activeResponse: section('active-response', {
      disabled: 'no',
      command: name,
      location: request.where.location,
      ...(request.where.location === 'defined-agent' && { agent_id: request.where.agentId }),
      ...(level !== undefined && { level: String(level) }),
      ...(rulesGroup && { rules_group: rulesGroup }),
      ...(rulesId.length > 0 && { rules_id: rulesId.join(',') }),
      ...(stateful && { timeout: String(timeout) }),
    }),
  };
}

function section(name: string, children: Readonly<Record<string, string>>): string {
  return String(builder.build({ [name]: children })).trimEnd();
}

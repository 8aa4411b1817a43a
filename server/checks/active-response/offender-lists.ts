import type { Configuration, Value } from '../../../wazuh/model';
import { features } from '../../../wazuh/versions';
import type { Context } from '../context';

/**
 * The `<repeated_offenders>` lists that execd finds on this machine, in order: the first counts, whatever its block
 * says besides (ExecdConfig, os_execd/config.c, 4.14.7). None in agent.conf, and none on a manager from 5.0 on.
 */
export function offenderLists({ responses, role }: Configuration, { version }: Context): readonly Value[] {
  if (role === 'agent.conf') return [];
  if (role === 'manager' && !features(version).commandsInConfiguration) return [];
  return responses.flatMap(({ section }) =>
    section.children
      .filter(({ name }) => name === 'repeated_offenders')
      .map((element) => ({ element, text: element.text })),
  );
}

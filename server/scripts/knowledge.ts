import type { Knowledge } from '../../script-checks';
import { type Alert, seenFields } from '../../wazuh/alert';
import type { Context } from '../checks';
import type { Binding } from './bindings';

/**
 * What the configurations at hand say of a script: whether a response that runs it is to be undone, and which alerts it
 * gets. The alerts are only known when each rule that starts it is named by its id, and its alerts were seen.
 */
export function knowledgeOf(
  bindings: readonly Binding[],
  executable: boolean | undefined,
  { rules, catalog }: Pick<Context, 'rules' | 'catalog'>,
): Knowledge {
  const bound = [...new Set(bindings.flatMap((binding) => binding.rules))].map((id) => rules.get(id));
  const alerts = bound.flatMap((rule): readonly Alert[] => {
    const seen = rule && seenFields(rule, catalog);
    return seen ? [seen] : [];
  });
  const known = bindings.every(({ more }) => !more) && alerts.length === bound.length;
  return {
    ...(bindings.some(({ timeout }) => timeout > 0) && { stateful: true }),
    ...(known && { alerts }),
    executable,
  };
}

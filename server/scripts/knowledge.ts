import type { Knowledge } from '../../script-checks';
import { seenFields } from '../../wazuh/alert';
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
  const seen = bound.flatMap((rule) => (rule && seenFields(rule, catalog, rules)) ?? []);
  const known = bindings.every(({ more }) => !more) && seen.length === bound.length;
  return {
    ...(bindings.some(({ timeout }) => timeout > 0) && { stateful: true }),
    ...(known && {
      alerts: seen.map(({ alert }) => alert),
      mayHave: (path: string) => seen.some((each) => each.mayHave(path)),
    }),
    executable,
  };
}

import { type Remark, type RemarkKind, refuses, remarks } from '../../../wazuh/daemons';
import type { Configuration } from '../../../wazuh/model';
import type { Severity } from '../check';
import type { Context } from '../context';

const cache = new WeakMap<Configuration, readonly Remark[]>();

/**
 * What the daemons say to a file of some kind, read once for all checks that ask. The reference is that of 4.14: of
 * another release nothing is claimed.
 */
export function heard(
  configuration: Configuration,
  { catalog, version }: Context,
  ...kinds: readonly RemarkKind[]
): readonly Remark[] {
  if (version !== '4.14') return [];
  const known = cache.get(configuration) ?? remarks(configuration, catalog);
  cache.set(configuration, known);
  return known.filter(({ kind }) => kinds.includes(kind));
}

/** error where a daemon does not start, warning where it goes on without what was written. */
export function severityOf(remark: Remark): Severity {
  return refuses(remark) ? 'error' : 'warning';
}

/** Whether Wazuh says nothing at all. */
export function isSilent({ reaction }: Remark): boolean {
  return reaction.reaction === 'silent';
}

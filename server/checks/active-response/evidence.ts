import type { RuleSummary } from '../../../wazuh/ruleset';
import type { Context } from '../context';
import type { NeededField } from './needed-field';

/** What was observed of a rule's alerts. */
export interface Evidence {
  readonly samples: number;
  /** Alerts in which the stock scripts find an address that they take, or any user. */
  readonly usable: number;
  /** Fields of the alerts that hold something of the kind, but that the stock scripts do not read. */
  readonly instead: readonly string[];
  /** The rule that was observed, where it is a parent of the one that was asked for. */
  readonly through: number | undefined;
}

/**
 * What was observed of a rule's alerts, or of those of the rule on which it builds: a rule that counts matches raises
 * its alert from the last of them, with the same fields. undefined where nothing was observed, and where the rule's
 * own text wants the field.
 */
export function evidence(
  rule: RuleSummary,
  field: NeededField,
  { rules, catalog }: Pick<Context, 'rules' | 'catalog'>,
): Evidence | undefined {
  const direct = observed(rule.id, field, catalog);
  if (direct) return { ...direct, through: undefined };
  if (catalog.ruleNeeds(rule.id).includes(`data.${field}`) || rule.frequency === undefined) return undefined;
  const [parent] = rule.parents;
  const found = parent === undefined || !rules.get(parent) ? undefined : observed(parent, field, catalog);
  return found && { ...found, through: parent };
}

function observed(
  id: number,
  field: NeededField,
  { ruleFields }: Context['catalog'],
): Omit<Evidence, 'through'> | undefined {
  const facts = ruleFields(id);
  if (!facts) return undefined;
  const paths = [...facts.always, ...Object.keys(facts.sometimes)];
  return {
    samples: facts.samples,
    // Which user an alert names says nothing of the rule: root, whom the script refuses, is just the usual one.
    usable: (facts[field].ok ?? 0) + (field === 'dstuser' ? (facts.dstuser.invalid ?? 0) : 0),
    instead: paths.filter((path) => isKind[field](path)).slice(0, 3),
  };
}

/** Names under which alerts hold the address of whoever acted, or a user, elsewhere. */
const isKind: Readonly<Record<NeededField, (path: string) => boolean>> = {
  srcip: (path) => sourceAddress.test(path) && !readOrUnlike.test(path),
  dstuser: (path) =>
    /(^|\.)(srcuser|user|username|user_?id|targetUserName)$/i.test(path) && path !== 'data.dstuser',
};

const sourceAddress =
  /[._](\w+_)?(src|source|remote|client|caller|rem)_?(ip|addr|address)$|[._]ip(_?address)?$|ActorIpAddress$|^data\.src$/i;

/** What the stock scripts do read, the host's own addresses, and those of the other end. */
const readOrUnlike =
  /^data\.srcip$|^data\.win\.eventdata\.(ipAddress|destinationIp)$|^(agent|manager)\.|dst|dest/i;

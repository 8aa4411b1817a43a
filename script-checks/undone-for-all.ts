import { isUndoing } from './checks/undoing';
import type { Moment } from './course';
import { readFields } from './fields-read';
import { type Reading, readingOf } from './reading';
import type { Script } from './script';
import { spread } from './spread';
import { descendants, type SyntaxNode, within } from './syntax/node';
import { targets } from './targets';

/** Where a rule of the Windows firewall is made. */
const makesRule = /\bnew-netfirewallrule\b|\bnetsh\b.*\badd\b.*\brule\b/is;

/** Where rules of it are taken away: by a name, by a group, all of them. */
const takesRules = /\b(?:remove|disable)-netfirewallrule\b|\bnetsh\b.*\b(?:delete\b.*\brule|reset)\b/is;

/**
 * Where delete takes away rules of the Windows firewall by a name or a group that is the same for every target, while add
 * makes one for each.
 */
export function rulesUndoneForAll(script: Script): readonly SyntaxNode[] {
  const reading = readingOf(script);
  if (!reading || !makesRule.test(script.code)) return [];
  const read = targets(readFields(script));
  const { uses } = spread(script.root, reading.tongue, (value) =>
    read.some(({ span }) => within(span, value)),
  );
  const acts = reading.course.filter(({ kind }) => kind === 'act');
  const oneEach = acts.some(
    (moment) => makesRule.test(moment.node.text) && !isUndoing(moment) && uses(moment.node).length > 0,
  );
  if (!oneEach) return [];
  return acts.filter((moment) => takesAll(moment, reading)).map(({ node }) => node);
}

/** Whether nothing in what it is given can tell targets apart, nor in what is piped to it. */
function takesAll(moment: Moment, { tongue }: Reading): boolean {
  const { parent } = moment.node;
  const whole = parent?.type.startsWith('pipeline') ? parent : moment.node;
  return (
    isUndoing(moment) &&
    takesRules.test(moment.node.text) &&
    // PowerShell's grammar takes `remoteip=$ip` for one word.
    !/\$\w|\$\{/.test(whole.text) &&
    ![...descendants(whole)].some((node) => tongue.variable(node) !== undefined)
  );
}

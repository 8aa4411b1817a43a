import type { Script } from '../../script-checks';
import type { Diagnostic, Edit } from '../checks';
import { applied } from '../checks/edits';
import { preferredEdits } from '../language/code-actions';

/** How often a script is read anew: each time some fix is left that was in the way of another. */
const MOST_ROUNDS = 10;

/**
 * What makes all preferred fixes of a script, those too that only come to light, or can only be made, when others are.
 * @param find what is wrong with a script
 * @param read makes a text of the same file ready
 */
export async function allEdits(
  script: Script,
  find: (script: Script) => readonly Diagnostic[],
  read: (text: string) => Promise<Script>,
): Promise<readonly Edit[]> {
  const first = preferredEdits(find(script));
  let edits = first;
  let now = script;
  let rounds = 0;
  while (edits.length > 0 && rounds < MOST_ROUNDS) {
    now = await read(applied(now.text, edits));
    edits = preferredEdits(find(now));
    rounds++;
  }
  return rounds > 1 ? difference(script.text, now.text) : first;
}

/** The edit that makes one text of another: what both begin and end with stays. */
function difference(before: string, after: string): readonly Edit[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const span = { start, end: before.length - same };
  return before === after ? [] : [{ span, newText: after.slice(start, after.length - same) }];
}

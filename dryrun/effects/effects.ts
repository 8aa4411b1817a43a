import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Effect, Step } from '../report';
import { isShown } from './aside';
import type { Difference, Lines } from './difference';
import type { FileChange } from './files';
import { masked } from './masked';
import { shownReach } from './reach';
import type { Found } from './snapshot';

/** Enough to see what a script is after; the rest is summed up. */
const MOST_FILES = 200;

/** Bytes. Bigger files are shown without a diff. */
const BIGGEST_DIFF = 65_536;

/** What a step did, as the report has it. */
export function effects(step: Step, change: Difference): readonly Effect[] {
  const files = change.files.filter(({ path }) => isShown(path));
  const more = files.length - MOST_FILES;
  return [
    ...files.slice(0, MOST_FILES).map((file) => fileEffect(step, file)),
    ...(more > 0 ? [{ step, kind: 'changed', what: `… ${more}` } as const] : []),
    ...lineEffects(step, 'firewall', change.firewall),
    ...lineEffects(step, 'account', change.accounts),
    ...lineEffects(step, 'process', change.processes),
    ...change.reached.map((reach) => ({ step, kind: 'network', what: shownReach(reach) }) as const),
    ...change.attempts.map((what) => ({ step, kind: 'network', what }) as const),
    ...change.calls
      .filter(
        ({ kind, words, reach }) => !reach && !(kind === 'acts' && isShownAsRule(words[0], change.firewall)),
      )
      .map(({ words }) => ({ step, kind: 'command', what: masked(words.map(quoted).join(' ')) }) as const),
  ];
}

/** Whether the rules that a recorded command made or took away stand in the list already, under its name. */
function isShownAsRule(command: string | undefined, { added, removed }: Lines): boolean {
  return [...added, ...removed].some((rule) => rule.split(' ', 1)[0] === command);
}

function fileEffect(step: Step, { kind, path, before, after }: FileChange): Effect {
  const diff = diffOf(path, before, after);
  return { step, kind, what: path, ...(diff === undefined ? {} : { diff }), ...modeOf(before, after) };
}

/** The change of a text file as a unified diff; undefined for anything else, and where nothing differs. */
function diffOf(path: string, before: Found | undefined, after: Found | undefined): string | undefined {
  const [one, other] = [text(before), text(after)];
  if (one === undefined || other === undefined || one === other) return undefined;
  const names: readonly [string, string] = [before ? path : '/dev/null', after ? path : '/dev/null'];
  return createTwoFilesPatch(...names, one, other, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** Empty for nothing; undefined for what is no text. */
function text(file: Found | undefined): string | undefined {
  if (!file) return '';
  if (file.kind !== 'file' || file.content.length > BIGGEST_DIFF || file.content.includes(0))
    return undefined;
  return file.content.toString();
}

/** Permissions, where a file has got others. */
function modeOf(before: Found | undefined, after: Found | undefined): Pick<Effect, 'mode'> {
  if (!before || !after || !('mode' in before) || !('mode' in after) || before.mode === after.mode) return {};
  const octal = (mode: number) => mode.toString(8).padStart(4, '0');
  return { mode: { from: octal(before.mode), to: octal(after.mode) } };
}

function lineEffects(
  step: Step,
  kind: 'firewall' | 'account' | 'process',
  { added, removed }: Lines,
): readonly Effect[] {
  return [
    ...added.map((what) => ({ step, kind, what, change: 'added' }) as const),
    ...removed.map((what) => ({ step, kind, what, change: 'removed' }) as const),
  ];
}

/** A word as one would type it into a shell. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

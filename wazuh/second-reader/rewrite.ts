import { tagFinder } from './tag-finder';
import { type Replacement, replacing, TracedText } from './traced-text';

/**
 * What clusterd and the management API do to a manager's file before they give it to an XML parser, step by step
 * (load_wazuh_xml, framework/wazuh/core/utils.py, 4.14.7). Linear. They put a root around the result, and declare an
 * entity `backslash`.
 */
export function rewrite(source: string): TracedText {
  // Python reads every kind of line break as a line feed.
  const file = replaced(TracedText.of(source), /\r\n?/g, '\n');
  const comments = file.retouched(withMendedComments(file.text));
  const entities = replaced(replaced(comments, /&lt;/g, '_custom_amp_lt_'), /&gt;/g, '_custom_amp_gt_');
  const backslashes = replaced(entities, /\\/g, '&backslash;');
  const tags = backslashes.with(strayLessThan(backslashes.text));
  const start = tags.with(firstLessThan(tags.text));
  const brackets = replaced(start, /(?<=&backslash;)>/g, '&gt;');
  return replaced(brackets, /&(?!(?:amp|lt|gt|apos|quot|backslash);)/g, '&amp;');
}

function replaced(text: TracedText, pattern: RegExp, replacement: string): TracedText {
  return text.with(replacing(text.text, pattern, replacement));
}

/** How many characters may be searched for repetitions of comments: more would not be linear. */
const searchBudget = 1e8;

/**
 * Turns `--` into `..` in what stands inside comments; and wherever else the same characters stand, since Wazuh
 * replaces by value. In a huge file with a great many such comments only the first are mended.
 */
function withMendedComments(text: string): string {
  let mended = text;
  let budget = searchBudget;
  for (const content of commentsIn(text)) {
    if (!content.includes('--') || budget < 0) continue;
    mended = mended.replaceAll(content, () => content.replaceAll('--', '..'));
    budget -= text.length;
  }
  return mended;
}

/** What stands between each `<!--` and the next `-->`. */
function commentsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let end = 0; ; ) {
    const start = text.indexOf('<!--', end);
    const close = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (close < 0) return found;
    found.add(text.slice(start + 4, close));
    end = close + 3;
  }
}

/** Escapes each `<` that begins neither a comment nor what looks like a tag. */
function* strayLessThan(text: string): Iterable<Replacement> {
  const beginsTag = tagFinder(text);
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (!text.startsWith('!--', at + 1) && !beginsTag(at)) yield { start: at, end: at + 1, text: '&lt;' };
  }
}

/** A file of one line that begins with `\<` and does not end with `>` has that first `<` escaped as well. */
function* firstLessThan(text: string): Iterable<Replacement> {
  const prefix = '&backslash;<';
  if (!/^&backslash;<[^\n]*[^>]\n?$/.test(text)) return;
  yield { start: prefix.length - 1, end: prefix.length, text: '&lt;' };
}

/** What a person said of one finding: of one that was told, or of one that should have been. */
export type Word = 'true' | 'false' | 'missed' | 'debatable' | 'excluded';

/** One judged finding of one script. */
export interface JudgedFinding {
  readonly code: string;
  readonly word: Word;
  readonly note: string;
  /** The file that says so. */
  readonly table: string;
}

/** A script of somebody else's, and what was said of its findings. */
export interface JudgedScript {
  /** Where it came from, for people. */
  readonly name: string;
  /** SHA-256 of its bytes, in hexadecimal: scripts are known by it, whatever they are called in the folder. */
  readonly sha256: string;
  readonly findings: readonly JudgedFinding[];
  /** What `wazuh-ar test` is told besides, as the host's configuration binds the script: `--timeout 600`. */
  readonly words: readonly string[];
}

const known: readonly string[] = ['true', 'false', 'missed', 'debatable', 'excluded'];

/**
 * Reads a table of judged findings: tab-separated, with a first line that names the columns `repo`, `path`, `sha256`,
 * `finding`, `verdict` and `note`, and maybe `arguments`, a row for each finding. A finding of `-` names a script about
 * which nothing was told.
 * @param table the name of the file
 * @throws Error for a row that makes no sense, with its number
 */
export function readTable(text: string, table: string): readonly JudgedScript[] {
  const [head = '', ...rows] = text.split(/\r?\n/).filter((line) => line !== '');
  const columns = head.split('\t');
  const scripts = new Map<string, JudgedScript>();
  rows.forEach((row, index) => {
    const cells = row.split('\t').map(unquoted);
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    const [sha256, code, word] = [cell('sha256'), cell('finding'), cell('verdict')];
    const none = code === '' || code === '-';
    if (!/^[0-9a-f]{64}$/.test(sha256) || !(none || isWord(word)))
      throw new Error(`Row ${index + 2} of the table makes no sense: ${row}`);
    const name = `${cell('repo')}/${cell('path')}`;
    const before = scripts.get(sha256) ?? { name, sha256, findings: [], words: [] };
    const given = cell('arguments')
      .split(' ')
      .filter((each) => each !== '');
    const more = none || !isWord(word) ? [] : [{ code, word, note: cell('note'), table }];
    scripts.set(sha256, {
      ...before,
      findings: [...before.findings, ...more],
      words: given.length > 0 ? given : before.words,
    });
  });
  return [...scripts.values()];
}

function isWord(text: string): text is Word {
  return known.includes(text);
}

/** A cell in quotes, as spreadsheets write it, has its own quotes doubled. */
function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { none, precision, recall, sum, type Tally } from '../scripts/score';
import { type JudgedFinding, type JudgedScript, readTable } from './table';

/**
 * Compares what we say of scripts that others wrote with what a person said of them, script by script and code by code.
 * The scripts are not ours to pass on: they lie in a folder outside, found by their hashes, with tables beside them.
 *
 * `npm run judged-scripts -- DIR [--alone TABLE.tsv] [PART-OF-A-NAME]...`; every `*.tsv` of DIR with a column `verdict` is
 * a table. What we say and no table knows counts as wrong until somebody judges it. With `--alone` it is also counted as
 * if that one table were all there is.
 */

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');

/** What we say of a script, by code, with what was seen. */
type Said = ReadonlyMap<string, string>;

interface ToldFinding {
  readonly code: string;
  readonly message: string;
  readonly evidence?: string;
}

async function main(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { alone: { type: 'string' } },
    allowPositionals: true,
  });
  const [folder, ...parts] = positionals;
  if (folder === undefined) throw new Error('Name the folder that holds the scripts and their table.');
  const files = await hashes(folder);
  const all = await tables(folder);
  const chosen = all.filter(
    ({ name }) => parts.length === 0 || parts.some((part) => name.toLowerCase().includes(part.toLowerCase())),
  );
  const scratch = await mkdtemp(path.join(tmpdir(), 'judged-'));
  const tallies = new Map<string, Tally>();
  const aloneTallies = new Map<string, Tally>();
  const lacking: string[] = [];
  try {
    const left = chosen.values();
    const worker = async () => {
      for (const script of left) {
        const file = files.get(script.sha256);
        if (file === undefined) {
          lacking.push(script.name);
          continue;
        }
        const said = await say(file, script.words, scratch);
        const lines = judge(script, said, tallies);
        if (lines.length > 0) console.log([script.name, ...lines].join('\n'));
        judge(inTable(script, values.alone), said, aloneTallies);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, worker));
  } finally {
    await rm(scratch, { recursive: true });
  }
  for (const name of lacking) console.log(`not in the folder: ${name}`);
  console.log(`\n${'finding'.padEnd(28)}precision recall`);
  for (const code of [...tallies.keys()].sort()) print(code, tallies.get(code) ?? none);
  print('all', sum(tallies.values()));
  if (values.alone !== undefined) print(values.alone, sum(aloneTallies.values()));
}

/** A script with what one table says of it. */
function inTable(script: JudgedScript, table: string | undefined): JudgedScript {
  return { ...script, findings: script.findings.filter((finding) => finding.table === table) };
}

/** Compares what we say of a script with the table, counts, and gives back a line for each difference. */
function judge({ findings }: JudgedScript, said: Said, tallies: Map<string, Tally>): readonly string[] {
  const words = new Map(findings.map((finding) => [finding.code, finding]));
  const lines: string[] = [];
  const count = (code: string, kind: keyof Tally) => {
    const tally = tallies.get(code) ?? none;
    tallies.set(code, { ...tally, [kind]: tally[kind] + 1 });
  };
  for (const code of new Set([...words.keys(), ...said.keys()])) {
    const judged = words.get(code);
    const evidence = said.get(code);
    const kind = outcome(judged, evidence !== undefined);
    if (kind === undefined) continue;
    count(code, kind);
    if (kind === 'wrong')
      lines.push(`  ${judged ? 'false' : 'not judged'}: ${code}: ${evidence ?? ''} (${judged?.note ?? ''})`);
    if (kind === 'missed') lines.push(`  missed: ${code} (${judged?.note ?? ''})`);
  }
  return lines;
}

/** How a finding that was told or not counts; undefined where it counts for nothing. */
function outcome(judged: JudgedFinding | undefined, isSaid: boolean): keyof Tally | undefined {
  switch (judged?.word) {
    case 'debatable':
    case 'excluded':
      return undefined;
    case 'true':
    case 'missed':
      return isSaid ? 'right' : 'missed';
    default:
      return isSaid ? 'wrong' : undefined;
  }
}

/** What `check` and `test` say of a script, as a user hears it. */
async function say(file: string, words: readonly string[], scratch: string): Promise<Said> {
  const folder = await mkdtemp(path.join(scratch, 'x-'));
  const script = path.join(folder, 'active-response', 'bin', path.basename(file));
  await mkdir(path.dirname(script), { recursive: true });
  await copyFile(file, script);
  // Whether a host may run it is a matter of how it gets there.
  await chmod(script, 0o755);
  const checked: unknown = JSON.parse(await output(['check', '--format', 'json', script], folder));
  const tested: unknown = JSON.parse(await output(['test', '--format', 'json', ...words, script], folder));
  const told = [...findingsIn(checked, 'diagnostics'), ...findingsIn(tested, 'findings')];
  return new Map(told.map(({ code, message, evidence }) => [code, evidence ?? message]));
}

function output(words: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, ...words], { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error && stdout === '') reject(new Error(`${words.join(' ')}: ${stderr}`));
      else resolve(stdout);
    });
  });
}

/** The findings below one name of a report, of the files or scripts that it is about. */
function findingsIn(report: unknown, name: 'diagnostics' | 'findings'): readonly ToldFinding[] {
  const entries = Object.values(Object(report)).flatMap((list) => (Array.isArray(list) ? list : []));
  return entries.flatMap((entry) => Object(entry)[name] ?? []);
}

async function tables(folder: string): Promise<readonly JudgedScript[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  const read = texts.flatMap((text, at) =>
    /^[^\n]*\tverdict\b/.test(text) ? readTable(text, names[at] ?? '') : [],
  );
  if (read.length === 0) throw new Error(`${folder} holds no table of judged findings (*.tsv).`);
  const merged = new Map<string, JudgedScript>();
  for (const script of read) {
    const before = merged.get(script.sha256);
    merged.set(
      script.sha256,
      before
        ? {
            ...before,
            findings: [...before.findings, ...script.findings],
            words: [...before.words, ...script.words],
          }
        : script,
    );
  }
  return [...merged.values()];
}

/** Every file below a folder by the hash of its bytes. */
async function hashes(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(
        async (file) =>
          [
            createHash('sha256')
              .update(await readFile(file))
              .digest('hex'),
            file,
          ] as const,
      ),
    ),
  );
}

function print(code: string, tally: Tally): void {
  const { right, wrong, missed } = tally;
  console.log(
    `${code.padEnd(28)}${precision(tally).toFixed(2)}      ${recall(tally).toFixed(2)}   ${right} right, ${wrong} wrong, ${missed} missed`,
  );
}

await main(process.argv.slice(2));

import { execFile } from 'node:child_process';
import { type Interpreter, interpretersOf, type Parsing, type Script, syntaxErrorIn } from '../script-checks';

/** Has interpreters read a script without running a line of it; undefined where none could be asked. */
export type AskInterpreter = (script: Script) => Promise<Parsing | undefined>;

/** ms. Reading takes some ten; a text that takes this long was made to. */
const patience = 5000;

/** Compiles what comes on stdin, and tells of an error as Python does of one in a file that it is started with. */
const compile = `
import sys, traceback
try:
    compile(sys.stdin.buffer.read(), "python3", "exec", dont_inherit=True)
except SyntaxError as error:
    sys.stderr.write("".join(traceback.format_exception_only(type(error), error)))
`;

/** Asks the interpreters of this machine, found as its user would find them. Nothing is written, and nothing of the user's is read. */
export const askInterpreter: AskInterpreter = async ({ text, language }) => {
  // There these names stand for something else, if for anything: a whole Linux, or a shop.
  if (process.platform === 'win32') return undefined;
  let answer: Parsing | undefined;
  for (const interpreter of interpretersOf(language, text)) {
    // Byte order mark and Windows line ends are findings of their own.
    const said = await errorsOf(interpreter, text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
    if (said === undefined) continue;
    const error = syntaxErrorIn(said, interpreter);
    if (error) return { kind: 'refused', by: interpreter, ...error };
    answer = { kind: 'parses' };
  }
  return answer;
};

/** What an interpreter has against a text, on its stderr; undefined if it could not be asked. */
function errorsOf(interpreter: Interpreter, text: string): Promise<string | undefined> {
  const words: Readonly<Record<Interpreter, readonly string[]>> = {
    python3: ['-I', '-S', '-W', 'ignore', '-c', compile],
    // A shell takes such patterns only behind a line that it would have to run.
    bash: ['--norc', '--noprofile', ...(text.includes('extglob') ? ['-O', 'extglob'] : []), '-n'],
    sh: ['-n'],
  };
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C' };
  return new Promise((resolve) => {
    const child = execFile(
      interpreter,
      [...words[interpreter]],
      { cwd: '/', env, timeout: patience, maxBuffer: 1 << 20 },
      (error, _, stderr) => resolve(error && typeof error.code !== 'number' ? undefined : stderr),
    );
    // It may have seen enough before it has read all.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(text);
  });
}

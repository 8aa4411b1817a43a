import type { Span } from '../../wazuh/span';
import { aboutTheEvent } from '../targets';

/** `for /f … %%F in (`… parameters.alert.PATH …`) do … set NAME=%%F`, over a few lines. */
const takesField =
  /\bfor[ \t]+\/f\b[^\r\n]*?%%(\w)[ \t]+in[ \t]*\([^\r\n]*?parameters\.alert\.([\w.]+)[^\r\n]*\)[ \t]*do[ \t]*\(?\s*set[ \t]+"?(\w+)=%%~?\w*\1\b/gi;

/** A command line that PowerShell gets as a text. */
const commandText = /\b(powershell|pwsh)(?:\.exe)?\b[^\r\n]*?[ \t]-c(?:ommand)?[ \t]+(?=["'&\\])([^\r\n]*)/gi;

/** A value of the alert that a batch file puts into code. */
export interface RunValue {
  readonly span: Span;
  readonly runner: string;
}

/** Where a value that an attacker chose is put into a text that PowerShell runs: `"& scan.exe \"%file%\""`. */
export function* runsValues(code: string): Iterable<RunValue> {
  const names = [...code.matchAll(takesField)].flatMap(([, , path = '', name = '']) =>
    aboutTheEvent.test(path) ? [] : [name],
  );
  if (names.length === 0) return;
  const uses = new RegExp(String.raw`[%!]~?(?:${names.join('|')})(?::[^%!\r\n]*)?[%!]`, 'gi');
  for (const match of code.matchAll(commandText)) {
    const [whole, runner = '', text = ''] = match;
    const from = match.index + whole.length - text.length;
    for (const use of text.matchAll(uses)) {
      const start = from + use.index;
      yield { span: { start, end: start + use[0].length }, runner: runner.toLowerCase() };
    }
  }
}

import { t } from '@vscode/l10n';
import { shebang } from '../language';
import { readingOf } from '../reading';
import { flushing } from '../tongues/python/ask-first';
import { callAt } from '../tongues/python/expression';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const keysInBuffer: ScriptCheck = {
  code: 'keys-in-buffer',
  title: 'The keys stay in the script’s output buffer',
  explanation: [
    'Into a pipe, most languages write in blocks: what was printed stays in the script until it has printed some thousand',
    'bytes more, or ends. A script that prints its keys and then waits for the answer waits for ever, and execd waits for',
    'the keys: it runs one response at a time, so every later response on that machine waits too.',
    '\n\nFlush stdout after the keys: `print(…, flush=True)` in Python. What `echo` and `printf` of a shell write goes out',
    'at once.',
  ].join(' '),
  example: {
    language: 'python',
    bad: [
      'message = json.loads(sys.stdin.readline())',
      'ip = message["parameters"]["alert"]["data"]["srcip"]',
      '⟦print(json.dumps({"version": 1, "command": "check_keys", "parameters": {"keys": [ip]}}))⟧',
      'answer = json.loads(sys.stdin.readline())',
      '',
    ].join('\n'),
    good: [
      'message = json.loads(sys.stdin.readline())',
      'ip = message["parameters"]["alert"]["data"]["srcip"]',
      'print(json.dumps({"version": 1, "command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)',
      'answer = json.loads(sys.stdin.readline())',
      '',
    ].join('\n'),
  },
  *run(script): Iterable<ScriptProblem> {
    const reading = script.language === 'python' ? readingOf(script) : undefined;
    const { course = [] } = reading ?? {};
    const at = course.findIndex(({ kind }) => kind === 'keys');
    const keys = course[at]?.node;
    const answer = course.slice(at + 1).find(({ kind }) => kind === 'read')?.node;
    // input() flushes stdout itself (CPython, builtin_input).
    if (!reading || !keys || !answer || /^input\b/.test(answer.text)) return;
    if (/\.flush\(|flush\s*=|reconfigure\(|\bfdopen\(|line_buffering/.test(script.code)) return;
    if (/(?:^|\s)-\w*u/.test(shebang(script.text)?.argument ?? '')) return;
    const flush = callAt(keys)?.name === 'print' ? flushing(keys) : undefined;
    yield {
      span: keys,
      message: t(
        'Into a pipe Python writes in blocks, so the keys stay in the script while it waits for the answer: both wait for ever. Add flush=True.',
      ),
      fixes: onlyFix(t('Flush the keys'), flush && [flush]),
    };
  },
};

import { t } from '@vscode/l10n';
import { readingOf } from '../reading';
import { catching, isCaught, statementOf } from '../tongues/python/caught';
import { callAt, stringValue } from '../tongues/python/expression';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const needsLog: ScriptCheck = {
  code: 'needs-log',
  title: 'Without its log the script does nothing',
  explanation: [
    'A log that cannot be written (a full disk, a folder that somebody has removed, an agent that is not under /var/ossec)',
    'is no reason to let an attacker in. A script that opens its log first, and ends with an error if it cannot, does.',
    '\n\nCatch the error of the log, and go on.',
  ].join(' '),
  example: {
    language: 'python',
    bad: [
      '⟦logging.basicConfig(filename="/var/ossec/logs/active-responses.log", level=logging.INFO)⟧',
      'ip = json.loads(sys.stdin.readline())["parameters"]["alert"]["data"]["srcip"]',
      'subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
      '',
    ].join('\n'),
    good: [
      'try:',
      '    logging.basicConfig(filename="/var/ossec/logs/active-responses.log", level=logging.INFO)',
      'except OSError:',
      '    pass',
      'ip = json.loads(sys.stdin.readline())["parameters"]["alert"]["data"]["srcip"]',
      'subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])',
      '',
    ].join('\n'),
  },
  *run(script): Iterable<ScriptProblem> {
    const reading = script.language === 'python' ? readingOf(script) : undefined;
    // A script that does nothing but write its log needs it.
    if (!reading?.course.some(({ kind }) => kind === 'act')) return;
    for (const node of reading.nodes) {
      const call = callAt(node);
      if (!call || !/(?:^|\.)basicConfig$/.test(call.name)) continue;
      const file = stringValue(call.named.get('filename'));
      if (file === undefined || !/\/ossec\/logs\//i.test(file) || isCaught(node, script.root)) continue;
      const statement = statementOf(node);
      yield {
        span: node,
        message: t(
          'Where this log cannot be written the script ends here, and does nothing at all. Catch the error of the log, and go on.',
        ),
        fixes: onlyFix(
          t('Go on without the log'),
          statement && catching(statement, script.text, 'OSError', ['pass']),
        ),
      };
    }
  },
};

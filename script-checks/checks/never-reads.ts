import { t } from '@vscode/l10n';
import { cutOff } from '../batch/reading';
import type { Knowledge } from '../knowledge';
import { isMeantAsResponse } from '../meant-as-response';
import { readingOf } from '../reading';
import type { Script } from '../script';
import type { SyntaxNode } from '../syntax/node';
import { commandAt } from '../tongues/bash/command';
import { handsStdinOn } from '../tongues/bash/stdin';
import { firstArgument } from './argv-protocol';
import type { ScriptCheck, ScriptProblem } from './check';

export const neverReads: ScriptCheck = {
  code: 'never-reads',
  title: 'The script never reads its message',
  explanation: [
    'Everything that a response is told comes as one line on stdin: which alert, and whether it is to act or to undo. A',
    'script that does not read it does the same whatever has happened, to whomever; and when execd runs it with `delete`,',
    'it does it once more.',
    '\n\nRead the line, look at its `command`, and take the target from `parameters.alert`. What does not depend on the',
    'alert, like a service that is started anew, needs no message: a script that does only that is not blamed, unless',
    'it is to be undone.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\n# Wazuh active response\n⟦iptables -I INPUT -s 203.0.113.7 -j DROP⟧\n',
    good: [
      '#!/bin/bash',
      '# Wazuh active response',
      'IFS= read -r message',
      'iptables -I INPUT -s "$(jq -r .parameters.alert.data.srcip <<< "$message")" -j DROP',
      '',
    ].join('\n'),
  },
  *run(script, known): Iterable<ScriptProblem> {
    if (script.language === 'batch') yield* cutOffFromStdin(script, known);
    const reading = readingOf(script);
    if (!reading || !isMeantAsResponse(script, known) || mayRead(script) || firstArgument(script)) return;
    const acts = reading.course.filter(({ kind }) => kind === 'act').map(({ node }) => node);
    if (known.stateful !== true && onlyRestarts(script, acts)) return;
    const first = acts[0] ?? reading.nodes.find((node) => does(node, script));
    if (!first) return;
    yield {
      span: first,
      message: t(
        'The script never reads what execd writes to it, so it does the same whatever has happened, and on delete once more. Read one line: {0}.',
        reading.tongue.readLine,
      ),
    };
  },
};

/** Ways to stdin that the tongues do not follow: where one of these words stands, the script may read after all. */
const words: Readonly<Record<Script['language'], RegExp>> = {
  python:
    /\bstdin\b|\b(?:raw_)?input\(|\bfileinput\b|\bopen\(0\b|os\.read\(|os\.fdopen|\bargparse\b.*\bFileType\b/,
  bash: /\/dev\/(?:stdin|fd\/)|\/proc\/\S*\/fd\//,
  powershell:
    /\$input\b|\bstdin\b|\[(?:System\.)?Console\]::(?:In|OpenStandardInput|Read)|Read-Host|\.ps1\b|\.exe\b|\$args\b|\bparam\s*\(/i,
  // A launcher hands its stdin on to whatever it starts.
  batch: /(?:)/,
  other: /(?:)/,
};

/** Interpreters and files of code, by which a program may read what this one does not. */
const otherCode =
  /\b(?:python\d?|perl|ruby|node|bash|sh|pwsh|java)\b\s*["',\]]|\.(?:py|sh|pl|rb|js|jar)["']|sys\.executable|\bimportlib\b|__import__/;

/** Modules that leave stdin alone. */
const modules =
  /^(?:__future__|abc|argparse|ast|asyncio|base64|boto3|botocore|collections|concurrent|configparser|contextlib|copy|csv|ctypes|dataclasses|datetime|dateutil|dotenv|email|enum|errno|fcntl|fnmatch|functools|getpass|glob|grp|gzip|hashlib|hmac|html|http|io|ipaddress|itertools|json|logging|math|netaddr|operator|os|paramiko|pathlib|pickle|platform|psutil|pwd|queue|random|re|requests|secrets|select|shlex|shutil|signal|smtplib|socket|sqlite3|ssl|stat|string|struct|subprocess|sys|syslog|tempfile|textwrap|threading|time|traceback|types|typing|urllib|urllib3|uuid|warnings|winreg|xml|yaml|zipfile|zlib)$/;

function mayRead(script: Script): boolean {
  const { language, code } = script;
  const { reads = [], nodes = [] } = readingOf(script) ?? {};
  if (reads.length > 0 || words[language].test(code)) return true;
  if (language === 'bash') return nodes.some(handsStdinOn);
  return language === 'python' && (otherCode.test(code) || nodes.some(importsOther));
}

function importsOther({ type, text }: SyntaxNode): boolean {
  if (type === 'import_from_statement') return !modules.test(/^from\s+(\w*)/.exec(text)?.[1] ?? '');
  if (type !== 'import_statement') return false;
  return [...text.replace(/^import\s+/, '').matchAll(/(?:^|,)\s*(\w+)/g)].some(
    ([, name = '']) => !modules.test(name),
  );
}

/** Whether all that a script does to the host is to start something anew. */
function onlyRestarts({ code }: Script, acts: readonly SyntaxNode[]): boolean {
  const restart = /\b(?:re)?(?:start|load|boot)\b|\bshutdown\b/i;
  return restart.test(code) && acts.every(({ text }) => restart.test(text));
}

/** Whether anything is done at a node: a script that only ends has not been written yet. */
function does(node: SyntaxNode, { language }: Script): boolean {
  if (language === 'python') return node.type === 'call' && !/^(?:sys\.)?exit\b|^quit\b/.test(node.text);
  if (language !== 'bash') return node.type === 'command';
  const command = commandAt(node);
  return command !== undefined && !/^(?:exit|return|set|shopt|true|:|umask|trap|export)$/.test(command.name);
}

/** `echo %1 | powershell …`: what the batch file starts reads that, and not what execd has written. */
function* cutOffFromStdin(script: Script, known: Knowledge): Iterable<ScriptProblem> {
  const cut = isMeantAsResponse(script, known) ? cutOff(script.code) : undefined;
  if (!cut) return;
  yield {
    span: cut.instead,
    message: t(
      'The program that this starts reads this instead of the line that execd writes, and nobody reads that. Start it without a pipe or <: then it reads what execd writes.',
    ),
  };
}

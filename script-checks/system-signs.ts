import type { Span } from '../wazuh/span';
import { type Parsed, shebang } from './language';
import type { Script } from './script';
import { around, child, descendants, nodeAt, type SyntaxNode } from './syntax/node';
import { commandAt } from './tongues/bash/command';
import { callAt, dotted, lastName } from './tongues/python/expression';

/** The systems that Wazuh's agents run on and that scripts are told by. */
export type System = 'linux' | 'windows' | 'macos';

/** One thing in a script that only one system has. */
export interface Sign {
  readonly system: System;
  readonly kind: 'import' | 'program' | 'path';
  /** As a person would look for it: `winreg`, `taskkill`. */
  readonly what: string;
  readonly span: Span;
  /** Whether it says little by itself: a folder that may be looked for anywhere. */
  readonly weak: boolean;
}

/** Everything in a script that only one system has, in the order of the text. */
export function signsIn(script: Script): readonly Sign[] {
  const own = programSigns[script.language]?.(script) ?? [];
  return [...own, ...pathSigns(script)].sort((one, other) => one.span.start - other.span.start);
}

const programSigns: Readonly<Partial<Record<Script['language'], (script: Script) => readonly Sign[]>>> = {
  python: pythonSigns,
  bash: shellSigns,
  powershell: powershellSigns,
} satisfies Readonly<Record<Parsed, unknown>>;

const modules: Readonly<Partial<Record<System, RegExp>>> = {
  windows:
    /^(?:_?winreg|msvcrt|winsound|_winapi|wmi|pythoncom|pywintypes|servicemanager|win32\w*|win32com|winapps)$/,
  linux: /^(?:spwd|systemd|iptc|nftables|pyinotify|dbus|pwd|grp|fcntl|termios|syslog)$/,
};

/** macOS has these as well. */
const ofAnyUnix = /^(?:pwd|grp|fcntl|termios|syslog)$/;

const programs: Readonly<Record<System, RegExp>> = {
  windows:
    /^(?:netsh|taskkill|tasklist|wmic|schtasks|icacls|wevtutil|rundll32|msiexec|bcdedit|vssadmin|powershell|cmd|reg|sc|net)$/i,
  linux:
    /^(?:ip6?tables|nft|ipset|ufw|firewall-cmd|systemctl|journalctl|loginctl|usermod|userdel|chage|semanage|apt(?:-get)?|dpkg|yum|dnf|rpm|conntrack|modprobe|rmmod)$/,
  macos:
    /^(?:pfctl|dscl|launchctl|osascript|diskutil|sw_vers|scutil|networksetup|system_profiler|dseditgroup|pmset|spctl|csrutil|mdfind|tccutil|pwpolicy|sysadminctl)$/,
};

/** A program that is known by its name only together with what stands behind it. */
const withWords =
  /^(?:"?[A-Za-z]:\\[^"']*\\)?(?:(?<netsh>netsh(?:\.exe)?)\s+(?:advfirewall|interface|firewall|wlan|ipsec)|(?<taskkill>taskkill(?:\.exe)?)\s+\/|(?<reg>reg(?:\.exe)?)\s+(?:add|delete|query)\b|(?<sc>sc(?:\.exe)?)\s+(?:stop|start|config|query|delete)\b|(?<net>net(?:\.exe)?)\s+(?:user|stop|start|localgroup)\b|(?<wmic>wmic(?:\.exe)?)\s|(?<schtasks>schtasks(?:\.exe)?)\s+\/|(?<icacls>icacls(?:\.exe)?)\s|(?<wevtutil>wevtutil(?:\.exe)?)\s|(?<powershell>powershell(?:\.exe)?)\s+-|(?<cmd>cmd(?:\.exe)?)\s+\/c\b)/i;

function pythonSigns({ root }: Script): readonly Sign[] {
  const nodes = [...descendants(root)];
  // What drives another machine names that machine's programs.
  const drives = nodes.some(
    ({ type, text }) =>
      /^import(?:_from)?_statement$/.test(type) && /\b(?:winrm|paramiko|fabric|pypsrp)\b/.test(text),
  );
  return nodes.flatMap((node): readonly Sign[] => [
    ...imported(node),
    ...(drives ? [] : programOf(node)),
    ...(isWindowsLibrary(node) ? [sign('windows', 'import', node.text, node)] : []),
  ]);
}

function imported(node: SyntaxNode): readonly Sign[] {
  if (node.type !== 'import_statement' && node.type !== 'import_from_statement') return [];
  const names =
    node.type === 'import_from_statement'
      ? [child(node, 'module_name')]
      : node.children.filter(({ field }) => field === 'name').map((each) => child(each, 'name') ?? each);
  return names.flatMap((name) => {
    const top = name?.text.split('.')[0] ?? '';
    return systems.flatMap((system) =>
      modules[system]?.test(top) && !isOptional(node)
        ? [{ ...sign(system, 'import', top, node), weak: ofAnyUnix.test(top) }]
        : [],
    );
  });
}

/** In a `try` that goes on without it. */
function isOptional(node: SyntaxNode): boolean {
  const attempt = around(node, 'try_statement');
  return (
    attempt?.children.some(({ type, text }) => type === 'except_clause' && /Error|except\s*:/.test(text)) ??
    false
  );
}

function isWindowsLibrary(node: SyntaxNode): boolean {
  return (
    node.type === 'attribute' &&
    node.parent?.type !== 'attribute' &&
    /^(?:ctypes\.)?(?:windll|WinDLL|oledll)\b|^os\.startfile$/.test(dotted(node))
  );
}

const starts =
  /^(?:run|call|check_call|check_output|Popen|system|popen|getoutput|getstatusoutput|which|execvp?e?|create_subprocess_(?:exec|shell))$/;

/** The program that a string names: the first of a list, what a call starts, or by the words behind it. */
function programOf(node: SyntaxNode): readonly Sign[] {
  if (node.type !== 'string_content') return [];
  const literal = node.parent;
  const text = node.text.trim();
  if (literal?.children.find(({ type }) => type === 'string_content') !== node) return [];
  const words = Object.entries(withWords.exec(text)?.groups ?? {}).find(([, said]) => said !== undefined);
  if (words && !isLogged(literal)) return [sign('windows', 'program', words[0], node)];
  if (!isFirstOfList(literal) && !isStarted(literal)) return [];
  const name = baseName(text.split(/\s+/)[0] ?? '').replace(/\.exe$/i, '');
  return systems.flatMap((system) =>
    programs[system].test(name) ? [sign(system, 'program', name, node)] : [],
  );
}

function isLogged(literal: SyntaxNode | undefined): boolean {
  const call = literal && around(literal, 'call');
  const name = call ? lastName(callAt(call)?.name ?? '') : '';
  return /log|print|write|debug|info|warn|error|exception|critical/i.test(name);
}

function isFirstOfList(literal: SyntaxNode | undefined): boolean {
  const list = literal?.parent;
  if (list?.type !== 'list') return false;
  const items = list.children.filter(({ type }) => !/^[[\],]$/.test(type) && type !== 'comment');
  return items[0] === literal && items.length > 1;
}

function isStarted(literal: SyntaxNode | undefined): boolean {
  const call = literal && around(literal, 'call');
  const called = call && callAt(call);
  const first = called?.positional[0];
  return (
    called !== undefined &&
    first !== undefined &&
    starts.test(lastName(called.name)) &&
    literal !== undefined &&
    first.start <= literal.start &&
    literal.start - first.start <= 1
  );
}

function shellSigns({ root }: Script): readonly Sign[] {
  return [...descendants(root, 'command')].flatMap((node) => {
    const command = commandAt(node);
    if (!command) return [];
    const { name, nameNode } = command;
    return (['linux', 'macos'] as const).flatMap((system) =>
      programs[system].test(name) ? [sign(system, 'program', name, nameNode)] : [],
    );
  });
}

/** PowerShell runs on all three; these of its commands do not. */
const windowsCommands =
  /^(?:\w+-(?:NetFirewallRule|NetAdapter|LocalUser|LocalGroup\w*|WmiObject|CimInstance|EventLog|ScheduledTask|MpThreat|MpPreference|ADUser|ADAccount)|netsh|taskkill|wevtutil|schtasks|icacls|reg|net|wmic)(?:\.exe)?$/i;

function powershellSigns({ root }: Script): readonly Sign[] {
  return [...descendants(root, 'command_name')].flatMap((node) => {
    if (windowsCommands.test(node.text)) return [sign('windows', 'program', node.text, node)];
    return programs.linux.test(node.text) ? [sign('linux', 'program', node.text, node)] : [];
  });
}

interface PathSign {
  readonly system: System;
  readonly pattern: RegExp;
  readonly weak: boolean;
}

const paths: readonly PathSign[] = [
  {
    system: 'windows',
    pattern:
      /[A-Za-z]:[\\/]+(?:Program Files|ProgramData|Windows)(?: \(x86\))?(?:[\\/]+ossec-agent)?|\bHK(?:LM|CU|EY_LOCAL_MACHINE)\b:?[\\/]|%?\b(?:ProgramFiles(?:\(x86\))?|SystemRoot|ProgramData|LOCALAPPDATA)%?(?=["'%])/gi,
    weak: false,
  },
  { system: 'windows', pattern: /(?<![\w/])[A-Za-z]:\\\\?[\w.]+(?=[\\"'])/g, weak: true },
  { system: 'macos', pattern: /\/Library\/(?:Ossec|LaunchDaemons|LaunchAgents)\b/g, weak: false },
  { system: 'macos', pattern: /\/opt\/homebrew\b|\/Applications\/|\/Users\/\w/g, weak: true },
  { system: 'linux', pattern: /\/var\/ossec\b/g, weak: false },
  {
    system: 'linux',
    pattern: /(?<![\w.:/}~-])\/(?:proc|sys|etc|run|lib|sbin|var\/(?:log|lib|spool))\//g,
    weak: true,
  },
];

function pathSigns({ code, root, text }: Script): readonly Sign[] {
  // The first line names an interpreter, whatever the system.
  const from = shebang(text) ? text.indexOf('\n') + 1 : 0;
  return paths.flatMap(({ system, pattern, weak }) =>
    [...code.matchAll(pattern)].flatMap((match) => {
      const span = { start: match.index, end: match.index + match[0].length };
      if (span.start < from) return [];
      const isWeak = weak || isOnlyLookedFor(nodeAt(root, span));
      return [{ system, kind: 'path' as const, what: match[0].replace(/\\\\/g, '\\'), span, weak: isWeak }];
    }),
  );
}

/** A path that something is compared with, or that stands in a list of several: it may be that of another machine. */
function isOnlyLookedFor(node: SyntaxNode): boolean {
  for (let inner: SyntaxNode | undefined = node; inner; inner = inner.parent) {
    if (/^(?:comparison_operator|list|set|tuple|comparison_expression|test_command)$/.test(inner.type))
      return true;
    if (inner.type === 'call')
      return /^(?:startswith|endswith|replace|match|search|sub|fullmatch|split|strip|compile)$/.test(
        lastName(callAt(inner)?.name ?? ''),
      );
    if (/statement$|^assignment$|^command$/.test(inner.type)) return false;
  }
  return false;
}

const systems = ['windows', 'linux', 'macos'] as const;

function sign(system: System, kind: Sign['kind'], what: string, { start, end }: Span): Sign {
  return { system, kind, what, span: { start, end }, weak: false };
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

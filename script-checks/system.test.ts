import { describe, expect, it } from 'vitest';
import { readScript } from './for-tests';
import { systemOf } from './system';

const shebang = '#!/usr/bin/env python3\n';
/** How many scripts find their log: it knows both systems, and tells for neither. */
const bothLogs =
  'import os\nif os.name == "nt":\n    LOG = "C:\\\\Program Files (x86)\\\\ossec-agent\\\\active-response\\\\active-responses.log"\n' +
  'else:\n    LOG = "/var/ossec/logs/active-responses.log"\n';

/** A script, what it is for, and a part of the reason. */
const cases: readonly (readonly [
  about: string,
  name: string,
  text: string,
  system: string,
  reason?: string,
])[] = [
  ['PowerShell', 'x.ps1', 'Write-Host hello\n', 'windows', '.ps1'],
  ['PowerShell for Linux', 'x.ps1', '#!/usr/bin/env pwsh\nWrite-Host hello\n', 'any'],
  [
    'pwsh that needs Windows',
    'x',
    '#!/usr/bin/env pwsh\nNew-NetFirewallRule -DisplayName x\n',
    'windows',
    'New-NetFirewallRule',
  ],
  ['PowerShell that asks', 'x.ps1', 'if ($IsLinux) { iptables -L } else { netsh advfirewall show }\n', 'any'],
  ['a batch file', 'x.cmd', '@echo off\n', 'windows', '.cmd'],
  ['the same by its other name', 'X.BAT', 'netsh advfirewall\n', 'windows', '.BAT'],
  [
    'a first line of Windows',
    'x.py',
    '#!C:\\Python312\\python.exe\nprint(1)\n',
    'windows',
    'C:\\Python312\\python.exe',
  ],
  ['a module of Windows', 'x.py', `${shebang}import json, winreg\n`, 'windows', 'winreg'],
  ['another one', 'x.py', `${shebang}from win32com.client import Dispatch\n`, 'windows', 'win32com'],
  ['windll', 'x.py', 'import ctypes\nctypes.windll.user32.LockWorkStation()\n', 'windows', 'ctypes.windll'],
  [
    'a program in a list',
    'x.py',
    `${shebang}subprocess.run(["taskkill", "/F", "/PID", pid])\n`,
    'windows',
    'taskkill',
  ],
  [
    'a program with its path',
    'x.py',
    `${shebang}subprocess.run([r"C:\\Windows\\System32\\netsh.exe", "advfirewall"])\n`,
    'windows',
    'netsh',
  ],
  [
    'a program in a text',
    'x.py',
    'cmd = f"netsh advfirewall firewall add rule remoteip={ip}"\nos.system(cmd)\n',
    'windows',
    'netsh',
  ],
  [
    'both logs, one system’s program',
    'x.py',
    `${shebang}${bothLogs}os.system("taskkill /f /im " + name)\n`,
    'windows',
    'taskkill',
  ],
  ['both logs', 'x.py', `${shebang}${bothLogs}os.remove(path)\n`, 'any'],
  [
    'both logs, as an expression',
    'x.py',
    `${shebang}LOG = r"C:\\Program Files\\x.log" if os.name == "nt" else "/var/ossec/x.log"\n`,
    'any',
  ],
  [
    'both logs, made for Windows',
    'x.py',
    `${bothLogs}os.remove(path)\n`.replaceAll('\n', '\r\n'),
    'windows',
    'Windows line ends',
  ],
  [
    'both logs, and a first line further down',
    'x.py',
    `# mine\n${shebang}${bothLogs}`.replaceAll('\n', '\r\n'),
    'any',
  ],
  [
    'both programs',
    'x.py',
    `${shebang}if os.name == "nt":\n    subprocess.run(["netsh", "advfirewall"])\nelse:\n    subprocess.run(["iptables", "-I", "INPUT"])\n`,
    'any',
  ],
  [
    'a function for each system',
    'x.py',
    `${shebang}def on_windows():\n    subprocess.run(["taskkill", "/IM", name])\n\ndef main():\n    if platform.system() == "Windows":\n        on_windows()\n    else:\n        os.kill(pid, 9)\n`,
    'any',
  ],
  [
    'one system alone',
    'x.py',
    `${shebang}if os.name == "nt":\n    subprocess.run(["netsh", "advfirewall"])\n`,
    'windows',
    'netsh',
  ],
  [
    'what ends elsewhere',
    'x.py',
    `${shebang}def main():\n    if sys.platform != "win32":\n        sys.exit(1)\n    work()\n`,
    'windows',
    'any other system',
  ],
  [
    'a function that ends elsewhere',
    'x.py',
    `${shebang}def registry():\n    if os.name != "nt":\n        return []\n    import winreg\n    return [winreg.HKEY_LOCAL_MACHINE]\n`,
    'any',
  ],
  [
    'a module that may be missing',
    'x.py',
    `${shebang}try:\n    import winreg\nexcept ImportError:\n    winreg = None\n`,
    'any',
  ],
  [
    'its folder',
    'x.py',
    'LOG = Path(os.getenv("ProgramFiles(x86)", r"C:\\Program Files (x86)")) / "ossec-agent"\n',
    'windows',
    'ProgramFiles',
  ],
  [
    'a path that is looked for',
    'x.py',
    `${shebang}if path.startswith("C:\\\\Windows\\\\"):\n    sys.exit(0)\nrequests.post(url, json=alert)\n`,
    'any',
  ],
  ['paths in a list', 'x.py', `${shebang}SKIP = ["C:\\\\Windows\\\\", "C:\\\\Program Files\\\\"]\n`, 'any'],
  [
    'another machine’s program',
    'x.py',
    `${shebang}import winrm\nwinrm.Session(host).run_cmd("taskkill /f /im x.exe")\n`,
    'any',
  ],
  ['a line of a log', 'x.py', `${shebang}logging.error("netsh advfirewall failed")\n`, 'any'],
  [
    'a comment',
    'x.py',
    `${shebang}# taskkill, C:\\Program Files\n"""On Windows: netsh advfirewall."""\nprint(1)\n`,
    'any',
  ],
  ['Linux', 'x.py', `${shebang}subprocess.run(["iptables", "-I", "INPUT"])\n`, 'linux', 'iptables'],
  ['a path of any drive', 'x.py', 'open("D:\\\\logs\\\\x.log")\n', 'windows', 'D:\\logs'],
  ['the same with a first line', 'x.py', `${shebang}open("D:\\\\logs\\\\x.log")\n`, 'any'],
  ['pf', 'x.sh', '#!/bin/bash\npfctl -t wazuh -T add "$ip"\n', 'macos', 'pfctl'],
  [
    'the home of macOS',
    'x.sh',
    '#!/bin/bash\nLOG="/Library/Ossec/logs/active-responses.log"\n',
    'macos',
    '/Library/Ossec',
  ],
  ['osascript', 'x.sh', '#!/bin/sh\nosascript -e "display alert 1"\n', 'macos', 'osascript'],
  [
    'Python on macOS',
    'x.py',
    `${shebang}subprocess.run(["dscl", ".", "-create", "/Users/x"])\n`,
    'macos',
    'dscl',
  ],
  ['another machine’s pf', 'x.sh', '#!/bin/bash\nssh fw pfctl -t wazuh -T add "$ip"\n', 'any'],
  [
    'either home',
    'x.sh',
    '#!/bin/bash\nif [ "$(uname)" = Darwin ]; then H=/Library/Ossec; else H=/var/ossec; fi\n',
    'any',
  ],
  [
    'either firewall',
    'x.sh',
    '#!/bin/bash\ncase "$(uname -s)" in\nDarwin) pfctl -T add "$ip" ;;\nLinux) iptables -I INPUT ;;\nesac\n',
    'any',
  ],
  [
    'more places to look in',
    'x.sh',
    '#!/bin/bash\nPATH="$PATH:/opt/homebrew/bin"\nIFS= read -r line\n',
    'any',
  ],
  [
    'what leaves other systems',
    'x.sh',
    '#!/bin/bash\n[ "$(uname)" != Darwin ] && exit 0\nkillall -9 x\n',
    'macos',
    'any other system',
  ],
  ['plain shell', 'x.sh', '#!/bin/sh\nread -r line\n', 'any'],
  ['any language', 'x.pl', 'print 1;\n', 'any'],
];

describe('the system that a script is for', () => {
  const named = cases.map(([about, name, text, system, reason = '']) => ({
    about,
    name,
    text,
    system,
    reason,
  }));
  it.each(named)('$about ($name)', async ({ name, text, system, reason }) => {
    const expected = system === 'any' ? { system } : { system, reason: expect.stringContaining(reason) };
    expect(systemOf(await readScript(text, name))).toEqual(expected);
  });
});

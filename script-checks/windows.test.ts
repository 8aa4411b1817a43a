import { describe, expect, it } from 'vitest';
import { readScript } from './for-tests';
import type { Knowledge } from './knowledge';
import { staticFindings } from './static-findings';
import { systemOf } from './system';

/** A script for Windows, as it lies in a repository: no first line, no mode; and all that may be said of it. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly known?: Knowledge;
  /** Code, and what is marked. */
  readonly found: readonly (readonly [code: string, marked: string])[];
}

const home = 'C:\\Program Files (x86)\\ossec-agent\\active-response';

const cases: Readonly<Record<string, Case>> = {
  'a launcher that hands its stdin on': {
    name: 'block-rdp.cmd',
    text: '@echo off\r\npowershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0block-rdp.ps1"\r\n',
    known: { stateful: true },
    found: [],
  },
  'a launcher that has its commands printed and cuts off stdin': {
    name: 'scan.cmd',
    text: `rem Wazuh\r\ncd "${home}\\bin"\r\necho %1 | python.exe scan.py\r\n`,
    found: [
      ['chatter-before-handshake', `cd "${home}\\bin"`],
      ['never-reads', 'echo %1 |'],
    ],
  },
  'a batch file that reads to the end': {
    name: 'collect.cmd',
    text: '@echo off\r\nrem Wazuh\r\nfindstr "^" > "%TEMP%\\alert.json"\r\npython.exe enrich.py "%TEMP%\\alert.json"\r\n',
    found: [['reads-to-eof', 'findstr "^"']],
  },
  'a batch file that filters what others say': {
    name: 'status.cmd',
    text: '@echo off\r\nrem Wazuh\r\nset /p line=\r\ntasklist | findstr /i "x.exe" > nul\r\nsort list.txt > sorted.txt\r\nmore < list.txt > nul\r\n',
    found: [],
  },
  'a batch file from before 4.2': {
    name: 'netsh-block.bat',
    text: [
      '@echo off',
      'rem Wazuh active response: %1 is add or delete, %3 the address',
      'set ACTION=%1',
      'set IP=%3',
      'if "%ACTION%"=="add" netsh advfirewall firewall add rule name="wazuh %IP%" dir=in action=block remoteip=%IP%',
      'if "%ACTION%"=="delete" netsh advfirewall firewall delete rule name="wazuh %IP%"',
      '',
    ].join('\r\n'),
    found: [['argv-protocol', '%1']],
  },
  'a batch file that reads, and calls itself with words of its own': {
    name: 'relay.cmd',
    text: [
      '@echo off',
      'if "%~1"=="child" goto child',
      'set /p message=',
      `echo %DATE% relay >> "${home}\\active-responses.log"`,
      'start /b cmd /c "%~f0" child',
      'exit /b',
      ':child',
      'call :work %1',
      'exit /b',
      ':work',
      'if "%1"=="add" echo.',
      'exit /b',
      '',
    ].join('\r\n'),
    found: [],
  },
  'PowerShell from before 4.2': {
    name: 'disable-usb.ps1',
    text: [
      'param([string]$Action, [string]$User, [string]$SrcIp)',
      `$log = "${home}\\active-responses.log"`,
      'if ($Action -eq "add") {',
      '  Set-ItemProperty -Path HKLM:\\SYSTEM\\CurrentControlSet\\Services\\USBSTOR -Name Start -Value 4',
      '  Add-Content -Path $log -Value "usb off"',
      '}',
      '',
    ].join('\n'),
    found: [['argv-protocol', '$Action']],
  },
  'PowerShell that reads to the end and talks': {
    name: 'isolate.ps1',
    text: [
      'Write-Host "isolating"',
      '$message = @($input) | Out-String | ConvertFrom-Json',
      '$name = $message.parameters.alert.data.win.eventdata.image',
      'cmd /c "taskkill /f /im $name"',
      'Start-Process netsh -ArgumentList "advfirewall firewall add rule name=$name dir=out action=block"',
      'Stop-Process -Name $name -Force',
      '',
    ].join('\n'),
    known: { alerts: [{ data: { win: { eventdata: { image: 'C:\\x.exe' } } } }] },
    found: [
      ['chatter-before-handshake', 'Write-Host "isolating"'],
      ['reads-to-eof', '$input'],
      ['injection', '$name'],
      ['injection', '$name'],
    ],
  },
  'PowerShell that is right': {
    name: 'block-ip.ps1',
    text: [
      '$message = [Console]::In.ReadLine() | ConvertFrom-Json',
      '$ip = [System.Net.IPAddress]::Parse($message.parameters.alert.data.srcip)',
      '$rule = "wazuh-$ip"',
      'switch ($message.command) {',
      '  "delete" {',
      '    Remove-NetFirewallRule -DisplayName $rule',
      '    Write-Output "removed"',
      '  }',
      '  "add" {',
      '    @{version=1; origin=@{name="block-ip"; module="active-response"}; command="check_keys"; parameters=@{keys=@("$ip")}} | ConvertTo-Json -Compress -Depth 4',
      '    $answer = [Console]::In.ReadLine() | ConvertFrom-Json',
      '    if ($answer.command -ne "continue") { exit 0 }',
      '    New-NetFirewallRule -DisplayName $rule -Direction Inbound -RemoteAddress $ip -Action Block | Out-Null',
      '  }',
      '}',
      '',
    ].join('\n'),
    known: { stateful: true },
    found: [],
  },
  'PowerShell with functions that leave values': {
    name: 'quarantine.ps1',
    text: [
      'function Get-Message {',
      '  $reader = New-Object System.IO.StreamReader([Console]::OpenStandardInput())',
      '  $line = $reader.ReadLine()',
      '  $line | ConvertFrom-Json',
      '}',
      'function Get-Text($response) {',
      '  $stream = New-Object System.IO.StreamReader($response.GetResponseStream())',
      '  Write-Output "read"',
      '  $stream.ReadToEnd()',
      '}',
      '$message = Get-Message',
      '$answer = Get-Text (Invoke-WebRequest https://example.com)',
      'Move-Item -LiteralPath $message.parameters.alert.syscheck.path -Destination C:\\Quarantine',
      '',
    ].join('\n'),
    found: [],
  },
  'Python that needs Windows': {
    name: 'lock.py',
    text: [
      'import json, sys, winreg, subprocess',
      `LOG = r"${home}\\active-responses.log"`,
      'message = json.loads(sys.stdin.readline())',
      'user = message["parameters"]["alert"]["data"]["win"]["eventdata"]["targetUserName"]',
      'subprocess.run(["net", "user", user, "/active:no"])',
      'with open(LOG, "a") as log:',
      '    log.write("locked\\n")',
      '',
    ].join('\r\n'),
    found: [
      ['bad-json-crash', 'json.loads(sys.stdin.readline())'],
      ['chatter-before-handshake', 'subprocess.run(["net", "user", user, "/active:no"])'],
    ],
  },
  'Python that keeps what Windows says to itself': {
    name: 'lock.py',
    text: [
      'import json, sys, winreg, subprocess',
      `LOG = r"${home}\\active-responses.log"`,
      'message = json.loads(sys.stdin.readline())',
      'user = message["parameters"]["alert"]["data"]["win"]["eventdata"]["targetUserName"]',
      'subprocess.run([r"C:\\Windows\\System32\\net.exe", "user", user], capture_output=True)',
      'open(LOG, "a").write("locked\\n")',
      '',
    ].join('\r\n'),
    found: [['bad-json-crash', 'json.loads(sys.stdin.readline())']],
  },
  'PowerShell that runs programs of Windows': {
    name: 'lock.ps1',
    text: [
      '# Wazuh',
      '$message = [Console]::In.ReadLine() | ConvertFrom-Json',
      '$user = $message.parameters.alert.data.win.eventData.targetUserName',
      'echo "lock $user" > C:\\Windows\\Temp\\lock.txt',
      'if ((net user $user)) {',
      '  $out = net localgroup Users $user /delete',
      '  netsh advfirewall show currentprofile | Out-Null',
      '  net user $user /active:no',
      '}',
      '',
    ].join('\n'),
    found: [['chatter-before-handshake', 'net user $user /active:no']],
  },
  'PowerShell that asks about the hash of a file': {
    name: 'lookup.ps1',
    text: [
      '# Wazuh',
      '$message = [Console]::In.ReadLine() | ConvertFrom-Json',
      '$file = $message.parameters.alert.syscheck.path',
      '$hash = (Get-FileHash -Path $file -Algorithm SHA256).Hash',
      '$answer = Invoke-Expression "curl.exe -s -m 10 https://hashes.example.com/$hash"',
      'Add-Content -Path active-responses.log -Value $answer',
      '',
    ].join('\n'),
    found: [],
  },
  'a batch file with all of its PowerShell in it, that undoes and never asks': {
    name: 'lock.cmd',
    text: [
      '@echo off',
      'powershell -ExecutionPolicy Bypass ^',
      '  $m = Read-Host ^| ConvertFrom-Json; ^',
      "  if ($m.command -eq 'delete') { Enable-LocalUser x } else { Disable-LocalUser x }",
      '',
    ].join('\r\n'),
    known: { stateful: true },
    found: [['no-handshake', '@echo off']],
  },
  'Python that sleeps until it takes back what it did': {
    name: 'hold.py',
    text: [
      '# Wazuh',
      'import json, sys, time, winreg',
      'message = sys.stdin.readline()',
      'time.sleep(2)',
      'time.sleep(900)  # 15 minutes',
      '',
    ].join('\n'),
    found: [['slow', 'time.sleep(900)']],
  },
  'PowerShell that sleeps': {
    name: 'hold.ps1',
    text: '# Wazuh\n$m = [Console]::In.ReadLine() | ConvertFrom-Json\nStart-Sleep -Seconds 2\nStart-Sleep -Seconds 600\n',
    found: [['slow', 'Start-Sleep -Seconds 600']],
  },
  'a batch file that puts the name of a file into code': {
    name: 'scan.bat',
    text: [
      '@echo off',
      'rem Wazuh',
      'for /f "delims=" %%a in (\'powershell -Command "Read-Host"\') do set line=%%a',
      'echo %line% > line.json',
      'for /F "usebackq delims=" %%F in (`powershell -C "(Get-Content line.json | ConvertFrom-Json).parameters.alert.syscheck.path"`) do (',
      '  set file=%%F',
      ')',
      'for /f "delims=" %%r in (\'powershell -Command "& \\"scan.exe\\" \\"%file%\\""\') do echo %%r >> scan.log',
      'for /f "delims=" %%r in (\'scan.exe "%file%"\') do echo %%r >> scan.log',
      '',
    ].join('\r\n'),
    found: [['injection', '%file%']],
  },
  'a batch file that blocks with netsh': {
    name: 'block.cmd',
    text: [
      '@echo off',
      'rem Wazuh',
      'set /p message=',
      'netsh advfirewall firewall delete rule name=wazuh > nul',
      'netsh advfirewall firewall add rule name=wazuh dir=in action=block remoteip=203.0.113.7',
      '',
    ].join('\r\n'),
    found: [
      [
        'chatter-before-handshake',
        'netsh advfirewall firewall add rule name=wazuh dir=in action=block remoteip=203.0.113.7',
      ],
    ],
  },
  'Python that runs what the alert says': {
    name: 'kill.py',
    text: [
      '#!/usr/bin/python3',
      'import json, os, sys',
      'print("start")',
      'message = json.loads(sys.stdin.read())',
      'name = message["parameters"]["alert"]["data"]["win"]["eventdata"]["originalFileName"]',
      'os.system("taskkill /f /im " + name)  # Wazuh',
      '',
    ].join('\r\n'),
    found: [
      ['chatter-before-handshake', 'print("start")'],
      ['bad-json-crash', 'json.loads(sys.stdin.read())'],
      ['reads-to-eof', 'sys.stdin.read()'],
      ['injection', 'name'],
    ],
  },
};

describe('scripts for Windows', () => {
  it.each(Object.entries(cases))('%s', async (_, { name, text, known = {}, found }) => {
    const script = await readScript(text, name);
    expect(systemOf(script).system).toBe('windows');
    const findings = staticFindings(script, { ...known, executable: false });
    expect(findings.map(({ code, span }) => [code, text.slice(span.start, span.end)])).toEqual(found);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, TestClient, workspaceUri } from '../testing/client';
import { memoryFiles } from '../testing/memory-files';

const codes = (diagnostics: readonly { readonly code?: string | number }[]) =>
  diagnostics.map(({ code }) => code);

function bound(executable: string, rules: string, timeout: string): string {
  return [
    '<ossec_config>',
    `  <command><name>x</name><executable>${executable}</executable><timeout_allowed>yes</timeout_allowed></command>`,
    `  <active-response><command>x</command><location>local</location><rules_id>${rules}</rules_id>${timeout}</active-response>`,
    '</ossec_config>',
  ].join('\n');
}

/** A script, the fix to take, and the script behind it. */
const fixes: readonly (readonly [file: string, before: string, code: string, after: string])[] = [
  [
    'a.sh',
    '#!/bin/bash\nINPUT=$(c$0at)\necho "$INPUT" | jq -r .parameters.alert.data.srcip\n',
    'reads-to-eof',
    '#!/bin/bash\nIFS= read -r INPUT\necho "$INPUT" | jq -r .parameters.alert.data.srcip\n',
  ],
  [
    'b.sh',
    '#!/bin/bash\nre$0ad INPUT\necho "$INPUT" | jq -r .parameters.alert.data.srcip\n',
    'mangles-input',
    '#!/bin/bash\nIFS= read -r INPUT\necho "$INPUT" | jq -r .parameters.alert.data.srcip\n',
  ],
  [
    'c.py',
    '#!/usr/bin/env python3\nimport json, sys\nalert = json.lo$0ad(sys.stdin)["parameters"]["alert"]\n',
    'reads-to-eof',
    '#!/usr/bin/env python3\nimport json, sys\nalert = json.loads(sys.stdin.readline())["parameters"]["alert"]\n',
  ],
  [
    'd.sh',
    '#!/bin/bash\nIFS= read -r M\nFILE=$(jq -r .parameters.alert.syscheck.path <<< "$M")\nrm -f -- $FI$0LE\n',
    'injection',
    '#!/bin/bash\nIFS= read -r M\nFILE=$(jq -r .parameters.alert.syscheck.path <<< "$M")\nrm -f -- "$FILE"\n',
  ],
  [
    'e.ps1',
    '$text = [Console]::In.Read$0ToEnd()\n$alert = ($text | ConvertFrom-Json).parameters.alert\n',
    'reads-to-eof',
    '$text = [Console]::In.ReadLine()\n$alert = ($text | ConvertFrom-Json).parameters.alert\n',
  ],
  [
    'f.py',
    '#!/usr/bin/env python3\nimport sys\nprint("sta$0rting")\nline = sys.stdin.readline()\nprint(\'{"command":"check_keys"}\')\n',
    'chatter-before-handshake',
    '#!/usr/bin/env python3\nimport sys\nprint("starting", file=sys.stderr)\nline = sys.stdin.readline()\nprint(\'{"command":"check_keys"}\')\n',
  ],
  [
    'no-extension',
    '#!/bin/bash\nread IN$0PUT\necho "$INPUT" | jq -r .parameters.alert.data.srcip\n',
    'mangles-input',
    '#!/bin/bash\nIFS= read -r INPUT\necho "$INPUT" | jq -r .parameters.alert.data.srcip\n',
  ],
];

describe('scripts in the editor', () => {
  let client: TestClient;
  const files = memoryFiles();
  beforeAll(async () => {
    client = await TestClient.start({ files });
  });
  afterAll(() => client.stop());

  it.each(fixes)('%s: %s', async (file, before, code, after) => {
    const document = await client.open(before, file, 'plaintext');
    expect(codes(await document.diagnostics())).toContain(code);
    const fix = (await document.actions()).find(({ diagnostics }) => diagnostics?.[0]?.code === code);
    expect(fix?.diagnostics).toMatchObject([
      {
        source: 'wazuh',
        severity: 2,
        codeDescription: { href: expect.stringMatching(`/docs/findings/${code}.md$`) },
      },
    ]);
    await document.change(document.edited(fix?.edit?.changes?.[document.uri] ?? []));
    expect(document.text).toBe(after);
    expect(codes(await document.diagnostics())).not.toContain(code);
  });

  it('leaves ordinary scripts alone', async () => {
    const document = await client.open('#!/bin/bash\nread NAME\necho $NAME\n', 'greet.sh', 'shellscript');
    expect(await document.diagnostics()).toEqual([]);
  });

  it('takes what the configurations bind to a script into account, also unsaved', async () => {
    const script = await client.open(
      '#!/bin/bash\nIFS= read -r M\njq -r .parameters.alert.data.src_ip <<< "$M" >> /etc/hosts.deny\n',
      'active-response/bin/deny.sh',
      'shellscript',
    );
    const seen = async () => codes(await script.diagnostics());
    expect(await seen()).toEqual([]);
    const configuration = await client.open(bound('deny.sh', '5710', '<timeout>60</timeout>'), 'ossec.conf');
    await eventually(async () => ((await seen()).length === 3 ? true : undefined));
    expect(await script.diagnostics()).toMatchObject([
      { code: 'no-handshake' },
      { code: 'wrong-field', message: expect.stringContaining('Did you mean parameters.alert.data.srcip?') },
      { code: 'no-delete' },
    ]);
    const [{ range } = { range: undefined }] = (await script.diagnostics()).slice(1);
    const fix = (await script.actions(range)).find(({ title }) => title.startsWith('Read '));
    expect(script.edited(fix?.edit?.changes?.[script.uri] ?? [])).toContain(
      '-r .parameters.alert.data.srcip ',
    );
    await configuration.change(bound('deny.sh', '5710', ''));
    await eventually(async () => ((await seen()).join() === 'wrong-field' ? true : undefined));
    await configuration.change(bound('other.sh', '5710', ''));
    await eventually(async () => ((await seen()).length === 0 ? true : undefined));
  });

  it('knows a script that a configuration runs, whatever is in it', async () => {
    await client.write('etc/ossec.conf', bound('greet.sh', '5710', ''));
    const script = await client.open('#!/bin/bash\nread NAME\n', 'tools/greet.sh', 'shellscript');
    await eventually(async () => (codes(await script.diagnostics()).length > 0 ? true : undefined));
    expect(codes(await script.diagnostics())).toEqual(['mangles-input']);
  });

  it.each([
    [
      'active-response/bin/old.cmd',
      'bat',
      '@echo off\r\nif "%1"=="add" netsh advfirewall show\r\n',
      ['argv-protocol'],
    ],
    ['active-response/bin/old.ps1', 'powershell', 'param($Action, $User)\n', ['argv-protocol']],
    ['tools/loose.bat', 'bat', 'cd \\\r\n', []],
    [
      'tools/agent.bat',
      'bat',
      'type "C:\\Program Files (x86)\\ossec-agent\\active-response\\x"\r\n',
      ['chatter-before-handshake'],
    ],
    ['active-response/bin/win.py', 'python', 'import sys, winreg\r\nm = sys.stdin.readline()\r\n', []],
  ])('knows scripts for Windows: %s', async (file, languageId, text, found) => {
    files.write(`${workspaceUri}/${file}`, text, false);
    const script = await client.open(text, file, languageId);
    expect(codes(await script.diagnostics())).toEqual(found);
  });

  it('knows a batch file that a configuration runs', async () => {
    await client.write('etc/windows/ossec.conf', bound('launch.bat', '5710', ''));
    const script = await client.open('cd \\\r\n', 'tools/launch.bat', 'bat');
    await eventually(async () => (codes(await script.diagnostics()).length > 0 ? true : undefined));
    expect(codes(await script.diagnostics())).toEqual(['chatter-before-handshake']);
  });

  it('says when the mode does not let it be run', async () => {
    files.write(`${workspaceUri}/active-response/bin/mode.sh`, '#!/bin/bash\n', false);
    await client.write('active-response/bin/other.sh', '#!/bin/bash\n');
    const script = await client.open('#!/bin/bash\n', 'active-response/bin/mode.sh', 'shellscript');
    await eventually(async () => (codes(await script.diagnostics()).length > 0 ? true : undefined));
    expect(codes(await script.diagnostics())).toEqual(['not-executable']);
  });

  it('can be switched off by code', async () => {
    const script = await client.open('#!/bin/bash\nread X\n', 'active-response/bin/x.sh', 'shellscript');
    expect(codes(await script.diagnostics())).toEqual(['mangles-input']);
    await client.set({ diagnostics: { disabled: ['mangles-input'] } });
    await eventually(async () => ((await script.diagnostics()).length === 0 ? true : undefined));
    await client.set(undefined);
  });

  it('has logged no failure', () => {
    expect(client.log).toEqual([]);
  });
});

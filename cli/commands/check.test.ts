import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { staticChecks } from '../../script-checks';
import { allChecks } from '../../server/checks';
import { type Content, call } from '../testing/memory-io';

const remote = '<remote>\n    <connection>secure</connection>\n  </remote>';
const rules =
  '<ruleset>\n    <decoder_dir>ruleset/decoders</decoder_dir>\n    <rule_dir>ruleset/rules</rule_dir>\n  </ruleset>';

/** A manager's file that Wazuh starts with, and whatever stands in it besides. */
function manager(inside = ''): string {
  return `<ossec_config>\n  ${remote}\n  ${rules}\n  ${inside}\n</ossec_config>\n`;
}

const command =
  '<command>\n    <name>custom-ar</name>\n    <executable>custom-ar.py</executable>\n    <timeout_allowed>yes</timeout_allowed>\n  </command>';
const response =
  '<active-response>\n    <command>custom-ar</command>\n    <location>local</location>\n    <rules_id>5710</rules_id>\n    <timeout>60</timeout>\n  </active-response>';
const good = manager(`${command}\n  ${response}`);
const below = manager(`${response}\n  ${command}`);

describe('the verdict', () => {
  it.each<[string, string, number, string[]]>([
    ['a file that works', good, 0, []],
    ['a command below its use', below, 1, ['error']],
    ['a timeout that is not allowed', good.replace('>yes<', '>no<'), 1, ['warning']],
    ['a tag that is left open', good.replace('</ossec_config>', ''), 1, ['error']],
  ])('on %s', async (_, text, status, severities) => {
    const outcome = await call(['check', 'ossec.conf', '--format', 'json'], {
      files: { 'ossec.conf': text },
    });
    expect(outcome).toMatchObject({ status, stderr: '' });
    const [file] = JSON.parse(outcome.stdout).files;
    expect(file.accepted).toBe(!severities.includes('error'));
    const found = new Set(file.diagnostics.map(({ severity }: { severity: string }) => severity));
    for (const severity of severities) expect(found).toContain(severity);
  });

  it.each<[string, string]>([
    ['an empty file', ''],
    ['bytes', '\u0000\u0001PNG\r\n<\u0000'],
    ['200 levels', `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`],
    ['5 MB of roots', '<ossec_config><global><logall>no</logall></global></ossec_config>\n'.repeat(75_000)],
  ])(
    'on %s is a clear answer',
    async (_, text) => {
      const { status, stdout, stderr } = await call(['check', 'a.conf', '--format', 'json'], {
        files: { 'a.conf': text },
      });
      expect(stderr).toBe('');
      const [file] = JSON.parse(stdout).files;
      const serious = file.diagnostics.some(({ severity }: { severity: string }) =>
        /error|warning/.test(severity),
      );
      expect(status).toBe(serious ? 1 : 0);
    },
    120_000,
  );

  it('reads bytes that are no UTF-8', async () => {
    const bytes = Buffer.from(good.replace('<remote>', '<!-- caf\u00e9 --><remote>'), 'latin1');
    const { stdout } = await call(['check', 'a.conf', '--format', 'json'], { files: { 'a.conf': bytes } });
    const [file] = JSON.parse(stdout).files;
    expect(file.diagnostics).toEqual(expect.any(Array));
    expect(file.role).toBe('manager');
  });

  it('depends on whose file it is, and on the release', async () => {
    const files = { 'a.conf': good };
    const json = async (...more: string[]) =>
      JSON.parse((await call(['check', 'a.conf', '--format', 'json', ...more], { files })).stdout).files[0];
    expect((await json('--as', 'agent')).role).toBe('agent');
    expect((await json('--as', 'agent.conf')).role).toBe('agent.conf');
    expect((await json()).role).toBe('manager');
    expect(await json('--wazuh', '5.0')).not.toEqual(await json());
  });

  it('does not blame a fragment for what it does not hold', async () => {
    const response =
      '<active-response><command>host-deny</command><location>local</location><level>12</level></active-response>';
    const accepted = async (...more: string[]) => {
      const { stdout } = await call(['check', 'a.conf', '--format', 'json', ...more], {
        files: { 'a.conf': `<ossec_config>${response}</ossec_config>` },
      });
      return JSON.parse(stdout).files[0].accepted;
    };
    expect(await accepted()).toBe(true);
    expect(await accepted('--shape', 'whole')).toBe(false);
    expect(await accepted('--as', 'manager')).toBe(false);
    expect(await accepted('--as', 'manager', '--shape', 'fragment')).toBe(true);
  });
});

describe('json', () => {
  it('places a diagnostic by lines and characters from 0', async () => {
    const { stdout } = await call(['check', 'a.conf', '--format', 'json'], { files: { 'a.conf': below } });
    const [file] = JSON.parse(stdout).files;
    expect(Object.keys(file)).toEqual(['path', 'role', 'accepted', 'diagnostics']);
    const [first] = file.diagnostics.filter(({ wazuh }: { wazuh: string }) => wazuh === '1303');
    expect(Object.keys(first)).toEqual(['code', 'severity', 'message', 'wazuh', 'range']);
    const line = below.split('\n')[first.range.start.line];
    expect(line?.slice(first.range.start.character, first.range.end.character)).toBe('custom-ar');
  });
});

describe('text', () => {
  it('has a line for each diagnostic, and a verdict', async () => {
    const { stdout } = await call(['check', 'etc/a.conf'], { files: { 'etc/a.conf': below } });
    const [first] = stdout.split('\n');
    expect(first).toMatch(
      /^etc\/a\.conf:\d+:\d+: error: .*1303.* \[[\w-]+\] https:\/\/\S+\/docs\/diagnostics\/[\w-]+\.md$/,
    );
    expect(stdout).toContain('\netc/a.conf: Wazuh refuses to start with this file.\n');
    expect(stdout).not.toContain('\u001b');
  });

  it('is coloured for a person', async () => {
    const { stdout } = await call(['check', 'a.conf'], { files: { 'a.conf': below }, isTerminal: true });
    expect(stdout).toContain('\u001b[31merror\u001b[0m');
  });

  it('does not let a file draw on the terminal', async () => {
    const files = { 'a.conf': manager('<evil\u001b[2J></evil\u001b[2J>') };
    const { stdout } = await call(['check', 'a.conf'], { files });
    expect(stdout).not.toContain('\u001b');
  });
});

describe('github', () => {
  it('writes workflow commands', async () => {
    const { stdout } = await call(['check', 'a,b.conf', '--format', 'github'], {
      files: { 'a,b.conf': below },
    });
    expect(stdout).toMatch(
      /^::error file=a%2Cb\.conf,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=[\w-]+::.*1303/m,
    );
    for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/^::(?:error|warning|notice) /);
  });
});

describe('sarif', () => {
  it('is a log of version 2.1.0 whose results point at rules and places', async () => {
    const { stdout } = await call(['check', 'my etc/a.conf', '--format', 'sarif'], {
      files: { 'my etc/a.conf': below },
    });
    const log: Log = JSON.parse(stdout);
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    const described = run?.tool.driver.rules ?? [];
    expect(described.map(({ id }) => id)).toEqual([...allChecks, ...staticChecks].map(({ code }) => code));
    for (const { shortDescription, fullDescription, helpUri, name } of described) {
      expect([shortDescription?.text, fullDescription?.text, name].every(Boolean)).toBe(true);
      expect(new URL(helpUri ?? '').protocol).toBe('https:');
    }
    expect(run?.results?.length).toBeGreaterThan(0);
    for (const { ruleId, ruleIndex = -1, level, message, locations } of run?.results ?? []) {
      expect(described[ruleIndex]?.id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).toMatch(/\w/);
      const place = locations?.[0]?.physicalLocation;
      expect(place?.artifactLocation).toEqual({ uri: 'my%20etc/a.conf', uriBaseId: 'ROOT', index: 0 });
      expect(place?.region?.startLine).toBeGreaterThan(0);
      expect(place?.region?.startColumn).toBeGreaterThan(0);
    }
    expect(run?.originalUriBaseIds).toEqual({ ROOT: { uri: 'file:///site/' } });
  });
});

describe('what is checked', () => {
  const paths = async (argv: string[], files: Record<string, Content>) => {
    const { stdout, stderr, status } = await call(['check', '--format', 'json', ...argv], { files });
    return {
      paths: stdout && JSON.parse(stdout).files.map(({ path }: { path: string }) => path),
      stderr,
      status,
    };
  };

  it('in a folder, every configuration below it', async () => {
    const files = {
      'a/ossec.conf': good,
      'a/b/agent.conf': '<agent_config></agent_config>\n',
      'a/nginx.conf': '',
      'ossec.conf': below,
    };
    expect(await paths(['a'], files)).toEqual({
      paths: ['a/ossec.conf', 'a/b/agent.conf'],
      stderr: '',
      status: 0,
    });
  });

  it.each<[string, string[], string]>([
    ['a file that is gone', ['gone.conf'], 'gone.conf cannot be read: no such file or directory.'],
    ['a folder without a configuration', ['empty'], 'empty holds no configuration ('],
  ])('not %s; the others are', async (_, argv, words) => {
    const files = { 'a.conf': good, 'empty/readme.txt': '' };
    const outcome = await paths([...argv, 'a.conf'], files);
    expect(outcome).toMatchObject({ paths: ['a.conf'], status: 2 });
    expect(outcome.stderr.slice(0, `wazuh-ar: check: ${words}`.length)).toBe(`wazuh-ar: check: ${words}`);
  });
});

describe('a script', () => {
  const script = '#!/bin/bash\nread M\njq -r .parameters.alert.srcip <<< "$M" >> /etc/hosts.deny\n';
  const site = {
    'ossec/etc/ossec.conf': good.replace('custom-ar.py', 'deny.sh'),
    'ossec/active-response/bin/deny.sh': script,
  };

  it('is checked by its text and by the configuration that runs it', async () => {
    const argv = ['check', '--format', 'json', 'ossec/active-response/bin/deny.sh'];
    const { stdout, stderr, status } = await call(argv, { files: site });
    expect({ stderr, status }).toEqual({ stderr: '', status: 1 });
    const [file] = JSON.parse(stdout).files;
    expect(file).toMatchObject({ role: 'script', accepted: true });
    expect(file.diagnostics.map(({ code }: { code: string }) => code)).toEqual([
      'no-handshake',
      'mangles-input',
      'wrong-field',
      'no-delete',
    ]);
  });

  it('that is right is told so, in words', async () => {
    const files = { 'x.sh': '#!/bin/bash\nIFS= read -r M\n' };
    const { stdout, status } = await call(['check', 'x.sh'], { files });
    expect(status).toBe(0);
    expect(stdout).toContain('As far as its text tells, this script is right.');
  });

  it.each<[string, string, string, string]>([
    ['scan.cmd', '@echo off\r\npowershell.exe -File scan.ps1 < input.xml\r\n', 'windows', '.cmd'],
    ['SCAN.BAT', '@echo off\r\n', 'windows', '.BAT'],
    ['x.ps1', '$m = [Console]::In.ReadLine() | ConvertFrom-Json\n', 'windows', '.ps1'],
    ['x.py', 'import sys, winreg\r\nm = sys.stdin.readline()\r\n', 'windows', 'winreg'],
    ['x.sh', '#!/bin/bash\nIFS= read -r m\npfctl -t wazuh -T flush\n', 'macos', 'pfctl'],
  ])(
    'for another system, %s, is no configuration and says which it is for',
    async (name, text, system, why) => {
      const files = { [name]: text };
      const { stdout, status } = await call(['check', '--format', 'json', name], { files });
      expect({ status, files: JSON.parse(stdout).files }).toEqual({
        status: 0,
        files: [{ path: name, role: 'script', system, accepted: true, diagnostics: [] }],
      });
      const told = await call(['check', name], { files });
      expect(told.stdout).toContain(`It is for ${system === 'macos' ? 'macOS' : 'Windows'}: `);
      expect(told.stdout).toContain(why);
      expect(told.stdout).not.toContain('dry-run');
    },
  );

  it.each<[string, string]>([
    ['x.pl', '#!/usr/bin/perl\nmy $line = <STDIN>;\n'],
    ['firewall', '#!/usr/bin/env ruby\nputs gets\n'],
    ['x.vbs', 'line = WScript.StdIn.ReadLine\n'],
    ['x.exe', 'MZ\u0000\u0001'],
  ])('in a language that is not read, %s, is not judged as a configuration', async (name, text) => {
    const { stdout, stderr, status } = await call(['check', name], { files: { [name]: text } });
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toMatch(/is a program or a script in a language that is not read/);
  });
});

it('a file that vanishes from a folder is told of, and the others are checked', async () => {
  const { stdout, stderr, status } = await call(['check', '--format', 'json', 'etc'], {
    files: { 'etc/ossec.conf': good, 'etc/b/ossec.conf': good },
    vanishing: ['/site/etc/ossec.conf'],
  });
  expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual(['etc/b/ossec.conf']);
  expect(stderr).toContain('wazuh-ar: check: etc/ossec.conf cannot be read: no such file or directory.\n');
  expect(stderr).not.toMatch(/^ +at /m);
  expect(status).toBe(2);
});

describe('--disable', () => {
  const codes = async (...more: string[]) => {
    const { stdout } = await call(['check', 'a.conf', 'x.py', '--format', 'json', ...more], {
      files: { 'a.conf': below, 'x.py': '#!/usr/bin/env python3\nimport sys\nsys.stdin.read()\n' },
    });
    return JSON.parse(stdout).files.flatMap((file: { diagnostics: { code: string }[] }) =>
      file.diagnostics.map(({ code }) => code),
    );
  };

  it('leaves out what is not wanted, of configurations and of scripts', async () => {
    const all = await codes();
    expect(all).toEqual(expect.arrayContaining(['command-defined-below', 'reads-to-eof']));
    const rest = all.filter((code: string) => code !== 'command-defined-below' && code !== 'reads-to-eof');
    expect(await codes('--disable', 'command-defined-below', '--disable', 'reads-to-eof')).toEqual(rest);
    expect(await codes('--disable', 'command-defined-below,reads-to-eof')).toEqual(rest);
  });

  it.each([
    ['rule-unknwon', 'no diagnostic has the code rule-unknwon. Did you mean rule-unknown?'],
    ['?', 'no diagnostic has the code ?.'],
  ])('refuses %s', async (code, words) => {
    expect(await call(['check', 'a.conf', '--disable', code], { files: { 'a.conf': good } })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `wazuh-ar: check: --disable: ${words}\n`,
    });
  });
});

describe('the surroundings count', () => {
  const codes = async (argv: string[], files: Record<string, Content>): Promise<string[]> => {
    const { stdout } = await call(['check', '--format', 'json', ...argv], { files });
    return JSON.parse(stdout).files[0].diagnostics.map(({ code }: { code: string }) => code);
  };
  const own =
    '<group name="local,"><rule id="100200" level="5"><decoded_as>x</decoded_as><description>d</description></rule></group>';
  const bound = good.replace('5710', '100200');

  it.each<[string, string[], Record<string, string>]>([
    ['--rules', ['--rules', 'mine', 'etc/ossec.conf'], { 'mine/a.xml': own }],
    ['rules beside the file', ['etc/ossec.conf'], { 'etc/rules/a.xml': own }],
    ['the folder that is checked', ['etc'], { 'etc/deep/local_rules.xml': own }],
  ])('custom rules from %s', async (_, argv, files) => {
    const unknown = await codes(['etc/ossec.conf'], { 'etc/ossec.conf': bound });
    expect(unknown).toContain('rule-unknown');
    expect(await codes(argv, { 'etc/ossec.conf': bound, ...files })).not.toContain('rule-unknown');
  });

  it('files that nobody takes for scripts do not make a script missing', async () => {
    const files = { 'etc/ossec.conf': good, 'etc/deploy.sh': '#!/bin/sh\n', 'etc/LICENSE': '' };
    expect(await codes(['etc/ossec.conf'], files)).not.toContain('executable-missing');
  });

  it.each(['etc/custom-ar.py', 'etc/active-response/bin/custom-ar.py', 'active-response/bin/custom-ar.py'])(
    'a script at %s is found',
    async (script) => {
      const files = { 'etc/ossec.conf': good, 'etc/bin/other.py': '#!/usr/bin/env python3\n' };
      const without = await codes(['etc/ossec.conf'], files);
      const missing = without.filter((code) => code.includes('executable'));
      expect(missing).toHaveLength(1);
      const found = await codes(['etc/ossec.conf'], { ...files, [script]: '#!/usr/bin/env python3\n' });
      expect(found.filter((code) => missing.includes(code))).toEqual([]);
    },
  );
});

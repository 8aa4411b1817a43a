import { describe, expect, it } from 'vitest';
import { call } from '../testing/memory-io';

const own =
  '<group name="local,">\n<rule id="100200" level="0"><decoded_as>x</decoded_as><description>Mine \u001b[2J</description></rule>\n</group>';

describe('rule', () => {
  it('tells what rules are', async () => {
    const { status, stdout, stderr } = await call(['rule', '5710', '5712']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^5710 {2}\S/m);
    expect(stdout).toMatch(/^5712 {2}\S/m);
    expect(stdout).toMatch(/^ {2}level +5$/m);
    expect(stdout).toMatch(/^ {2}groups +.*sshd/m);
    expect(stdout).toMatch(/^ {2}techniques +T1110.* https:\/\/attack\.mitre\.org\//m);
    expect(stdout).toMatch(/^ {2}alerts carry +.*data\.srcip/m);
    expect(stdout).toMatch(/^ {2}responses +can be bound to it$/m);
  });

  it('in JSON', async () => {
    const { stdout } = await call(['rule', '--format', 'json', '5712,5700']);
    const { rules } = JSON.parse(stdout);
    expect(rules.map(({ id, responds }: { id: number; responds: boolean }) => [id, responds])).toEqual([
      [5712, true],
      [5700, false],
    ]);
    expect(rules[0]).toMatchObject({ level: 10, parents: [5710], fields: { always: expect.any(Array) } });
  });

  it('of your own', async () => {
    const { status, stdout } = await call(['rule', '100200', '--rules', 'mine'], {
      files: { 'mine/a.xml': own },
    });
    expect(status).toBe(0);
    expect(stdout).toContain('100200  Mine \\u001b[2J\n');
    expect(stdout).toContain('never run for it');
  });

  it('that nobody knows', async () => {
    expect(await call(['rule', '5710', '99999999'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('5710'),
      stderr: 'wazuh-ar: rule: there is no rule 99999999.\n',
    });
  });

  it('in a folder without any', async () => {
    expect(await call(['rule', '1', '--rules', 'mine'], { files: { 'mine/readme': '' } })).toMatchObject({
      status: 2,
      stderr: 'wazuh-ar: rule: no rule file (*.xml) in: mine.\n',
    });
  });
});

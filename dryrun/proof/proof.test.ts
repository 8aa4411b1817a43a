import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScript } from '../../script-checks/for-tests';
import type { Alert } from '../../wazuh/alert';
import { accountAlert, ownAlert, sshAlert, virusAlert } from '../fixtures/alert';
import { type DryRunRequest, dryRun, probeSandbox } from '../index';

const [through, blocked] = [true, false];

const ipv6Alert: Alert = { ...sshAlert, data: { srcip: '2001:db8:13::7f', srcuser: 'mallory' } };

interface Case {
  readonly script: string;
  readonly alert?: Alert;
  /** Seconds; 60 where none is given. */
  readonly timeout?: number;
  /** Whether the attacker gets through before add, after add, after delete; or why nothing was tried. */
  readonly proof: readonly boolean[] | RegExp;
  readonly findings?: readonly string[];
  /** In the message or the evidence of the first finding. */
  readonly because?: RegExp;
}

const cases: readonly Case[] = [
  { script: 'good-firewall.sh', proof: [through, blocked, through] },
  { script: 'good-firewall.sh', alert: ipv6Alert, proof: [through, blocked, through] },
  { script: 'block-nft.sh', proof: [through, blocked, through] },
  { script: 'block-nft.sh', alert: ipv6Alert, proof: [through, blocked, through] },
  { script: 'block-route.sh', proof: [through, blocked, through] },
  { script: 'block-route.sh', alert: ipv6Alert, proof: [through, blocked, through] },
  { script: 'good-firewall.sh', timeout: 0, proof: [through, blocked] },
  {
    script: 'wrong-chain.sh',
    proof: [through, through, through],
    findings: ['does-not-block'],
    because: /FORWARD/,
  },
  {
    script: 'wrong-chain.sh',
    alert: ipv6Alert,
    proof: [through, through, through],
    findings: ['does-not-block'],
  },
  {
    script: 'never-unblocks.sh',
    proof: [through, blocked, blocked],
    findings: ['not-reverted'],
    because: /203\.0\.113\.7 still did not get through/,
  },
  {
    script: 'block-web.sh',
    proof: [through, through, through],
    findings: ['does-not-block'],
    because: /port 443 alone/,
  },
  {
    script: 'blocks-everybody.sh',
    timeout: 0,
    proof: [through, blocked],
    findings: ['no-target-check'],
    because: /stops everybody/,
  },
  { script: 'good-hosts-deny.sh', proof: /hosts\.deny/ },
  { script: 'good-disable-account.py', alert: accountAlert, proof: /account/ },
  { script: 'good-remove-threat.sh', alert: virusAlert, timeout: 0, proof: /names no address/ },
  { script: 'good-firewall.sh', alert: ownAlert, proof: /127\.0\.0\.1 is not the address of another/ },
  { script: 'asks-cloud.sh', timeout: 0, proof: /firewall\.example\.com/ },
];

const probed = await probeSandbox();
const where = probed.kind === 'overlay' ? describe : () => undefined;

where('the proof', { timeout: 60_000 }, () => {
  for (const { script, alert = sshAlert, timeout = 60, proof: expected, findings = [], because } of cases)
    it(`${script}, ${timeout} s, ${JSON.stringify(alert.data)}`, async () => {
      const { proof, findings: found } = await run(script, { alert, timeout });
      expect(found.map(({ code }) => code)).toEqual(findings);
      if (because) expect(`${found[0]?.message} ${found[0]?.evidence}`).toMatch(because);
      if (expected instanceof RegExp)
        expect(proof).toEqual({ kind: 'none', reason: expect.stringMatching(expected) });
      else
        expect(proof.kind === 'tried' && proof.probes).toEqual(
          expected.map((reached, index) => ({
            when: ['before add', 'after add', 'after delete'][index],
            port: 22,
            reached,
          })),
        );
    });

  it('tries the port that a rule is about, where the alert does not say which was attacked', async () => {
    const { predecoder, ...alert } = sshAlert;
    const { proof } = await run('block-web.sh', { alert });
    expect(proof).toMatchObject({
      probes: [
        { when: 'before add', port: 22, reached: through },
        { when: 'after add', port: 443, reached: blocked },
        { when: 'after delete', port: 443, reached: through },
      ],
    });
  });
});

function run(script: string, more: Partial<DryRunRequest>) {
  const request: DryRunRequest = {
    script: path.resolve(import.meta.dirname, '../fixtures', script),
    alert: sshAlert,
    timeout: 60,
    sandbox: 'auto',
    extraArgs: [],
    version: '4.14',
    ...more,
  };
  return dryRun(request, { signal: new AbortController().signal, readScript });
}

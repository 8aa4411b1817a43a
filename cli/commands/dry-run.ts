import path from 'node:path';
import { t } from '@vscode/l10n';
import { type DryRunRequest, type Report, SandboxRefused, scenarioNames } from '../../dryrun';
import { shakesHands } from '../../script-checks';
import type { WazuhVersion } from '../../wazuh/versions';
import { chosenAlert } from '../alert-choice';
import type { Command } from '../command';
import { reportJson, reportText } from '../formats/dry-run';
import { type Io, Trouble } from '../io';
import { oneOf, parsed, wholeNumber } from '../options';
import { paint } from '../paint';
import { address, kindOf, reason } from '../places';

const sandboxes = ['auto', 'overlay', 'none'] as const;
const versions: readonly WazuhVersion[] = ['4.14', '5.0'];

/** Seconds until delete, for a script that shakes hands where no timeout was said: what the templates have. */
const usualTimeout = 600;

export const dryRun: Command = {
  name: 'dry-run',
  get summary() {
    return t('run a script as wazuh-execd would, in a sandbox');
  },
  help: () =>
    [
      'wazuh-ar dry-run SCRIPT [--alert FILE | --rule ID | --sample NAME] [--timeout S] [--scenario NAME]',
      '                 [--extra-args WORDS] [--wazuh 4.14|5.0] [--sandbox auto|overlay|none] [--format text|json]',
      '',
      t(
        'Sends the script what wazuh-execd would send, in a sandbox that changes nothing on this machine, and shows',
      ),
      t('the conversation, what the script did, whether delete took it back, and what is wrong with it.'),
      '',
      `  --alert      ${t('a file of one alert, as in alerts.json')}`,
      `  --rule       ${t('an alert made for a stock rule')}`,
      `  --sample     ${t('an alert of the collection; without any of the three, one that has what the script reads')}`,
      `  --timeout    ${t('seconds until delete; the clock is moved, nobody waits. 0: no delete. Without it, a script that sends check_keys gets one')}`,
      `  --scenario   ${t('one of: {0}. Without it, add and delete, and beside it what the handshake is worth', scenarioNames.join(', '))}`,
      `  --extra-args ${t('what <extra_args> says')}`,
      `  --wazuh      ${t('the release that speaks to the script; 4.14 by default')}`,
      `  --sandbox    ${t('none runs the script on this machine, unprotected: only what you trust')}`,
      '',
      t('Exit status: 0 passed, 1 failed, 2 could not run.'),
      '',
      '  wazuh-ar dry-run block-ip.py --rule 5712 --timeout 600',
      '',
    ].join('\n'),

  async run(args, io) {
    const { values, positionals } = parsed(args, {
      alert: { type: 'string' },
      rule: { type: 'string' },
      sample: { type: 'string' },
      timeout: { type: 'string' },
      'extra-args': { type: 'string' },
      scenario: { type: 'string' },
      wazuh: { type: 'string' },
      sandbox: { type: 'string' },
      format: { type: 'string' },
    });
    const [script, ...more] = positionals;
    if (script === undefined || more.length > 0) throw new Trouble(t('name one script.'));
    const format = oneOf('--format', values.format, ['text', 'json'] as const) ?? 'text';
    const scenario = oneOf('--scenario', values.scenario, scenarioNames);
    const version = oneOf('--wazuh', values.wazuh, versions) ?? '4.14';
    const sandbox = oneOf('--sandbox', values.sandbox, sandboxes) ?? 'auto';
    const asked = wholeNumber('--timeout', values.timeout, 0);
    const rule = wholeNumber('--rule', values.rule, 1);

    const read = await io.readScript(await textOf(io, script), path.basename(script));
    const chosen = await chosenAlert(io, { file: values.alert, rule, sample: values.sample }, read);
    const timeout = asked ?? (shakesHands(read) ? usualTimeout : 0);
    const report = await attempt(io, {
      script: path.resolve(io.cwd, script),
      alert: chosen.alert,
      timeout,
      // Parted as analysisd parts them (analysisd/ar_json.c, 4.14.7).
      extraArgs: (values['extra-args'] ?? '').split(' ').filter((word) => word !== ''),
      scenario,
      sandbox,
      version,
    });
    io.stdout.write(
      format === 'json'
        ? reportJson(report)
        : reportText(report, { script, alert: chosen.title, timeout }, paint(io.stdout)),
    );
    return report.verdict === 'passed' ? 0 : 1;
  },
};

async function textOf(io: Io, script: string): Promise<string> {
  if ((await kindOf(io, script)) !== 'file') throw new Trouble(t('{0} is not a file.', script));
  const bytes = await io.disk.bytes(address(io, script)).catch((error: unknown) => {
    throw new Trouble(t('{0} cannot be read: {1}.', script, reason(error)));
  });
  return new TextDecoder().decode(bytes);
}

async function attempt(io: Io, request: DryRunRequest): Promise<Report> {
  const { interrupted } = io;
  try {
    return await io.dryRun(request, { signal: interrupted, readScript: io.readScript });
  } catch (error) {
    if (interrupted.aborted) throw new Trouble(t('stopped. No process of the script is left.'));
    if (error instanceof SandboxRefused) {
      throw new Trouble(
        t('{0} To run the script on this machine, unprotected: --sandbox none.', error.message),
      );
    }
    throw error;
  }
}

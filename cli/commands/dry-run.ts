import path from 'node:path';
import { t } from '@vscode/l10n';
import { type DryRunRequest, type Report, SandboxRefused } from '../../dryrun';
import { shakesHands } from '../../script-checks';
import { chosenAlert } from '../alert-choice';
import type { Command } from '../command';
import { reportJson, reportText } from '../formats/dry-run';
import { type Io, Trouble } from '../io';
import { oneOf, parsed, wholeNumber } from '../options';
import { paint } from '../paint';
import { address, kindOf, reason } from '../places';

/** Tries a script; rejects with SandboxRefused where there is no sandbox. */
export type DryRun = (request: DryRunRequest, options: { readonly signal: AbortSignal }) => Promise<Report>;

const sandboxes = ['auto', 'overlay', 'none'] as const;

/** Seconds until delete, for a script that shakes hands where no timeout was said: what the templates have. */
const usualTimeout = 600;

export const dryRun: Command = {
  name: 'dry-run',
  get summary() {
    return t('run a script as wazuh-execd would, in a sandbox');
  },
  help: () =>
    [
      'wazuh-ar dry-run SCRIPT [--alert FILE | --rule ID | --sample NAME] [--timeout S] [--extra-args WORDS]',
      '                 [--sandbox auto|overlay|none] [--format text|json]',
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
      `  --extra-args ${t('what <extra_args> says')}`,
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
      sandbox: { type: 'string' },
      format: { type: 'string' },
    });
    const [script, ...more] = positionals;
    if (script === undefined || more.length > 0) throw new Trouble(t('name one script.'));
    const format = oneOf('--format', values.format, ['text', 'json'] as const) ?? 'text';
    const sandbox = oneOf('--sandbox', values.sandbox, sandboxes) ?? 'auto';
    const asked = wholeNumber('--timeout', values.timeout, 0);
    const rule = wholeNumber('--rule', values.rule, 1);

    const text = await textOf(io, script);
    const chosen = await chosenAlert(
      io,
      { file: values.alert, rule, sample: values.sample },
      { name: path.basename(script), text },
    );
    const timeout = asked ?? (shakesHands(text, script) ? usualTimeout : 0);
    const report = await attempt(io, {
      script: path.resolve(io.cwd, script),
      alert: chosen.alert,
      timeout,
      extraArgs: values['extra-args'] ?? '',
      // Without a sandbox only when that was asked for: a command in a script cannot be asked back.
      sandbox: sandbox === 'none' ? 'none' : 'overlay',
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
  try {
    return await io.dryRun(request, { signal: io.interrupted });
  } catch (error) {
    if (io.interrupted.aborted) throw new Trouble(t('stopped. No process of the script is left.'));
    if (error instanceof SandboxRefused) {
      throw new Trouble(
        t('{0} To run the script on this machine, unprotected: --sandbox none.', error.message),
      );
    }
    throw error;
  }
}

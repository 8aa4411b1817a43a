import { t } from '@vscode/l10n';
import { scenarioNames } from '../../dryrun';
import type { Command } from '../command';
import { reportJson, reportText } from '../formats/dry-run';
import { Trouble } from '../io';
import { oneOf, parsed } from '../options';
import { paint } from '../paint';
import { attempt, exitHelp, exitStatus, scriptHelp, scriptOptions, scriptRequest } from '../script-request';

export const dryRun: Command = {
  name: 'dry-run',
  get summary() {
    return t('run a script as wazuh-execd would, in a sandbox');
  },
  help: () =>
    [
      'wazuh-ar dry-run SCRIPT [--alert FILE | --rule ID | --sample NAME] [--timeout S] [--scenario NAME]',
      '                 [--expect WHAT] [--extra-args WORDS] [--wazuh 4.14|5.0] [--sandbox auto|overlay|none]',
      '                 [--show PATH]... [--format text|json] [--allow-not-shown]',
      '',
      t(
        'Sends the script what wazuh-execd would send, in a sandbox that changes nothing on this machine, and shows',
      ),
      t('the conversation, what the script did, whether delete took it back, and what is wrong with it.'),
      t(
        'It passes if it was seen to do what it is there for. Where nothing was seen, it is not shown, and why.',
      ),
      '',
      ...scriptHelp(),
      `  --scenario   ${t('one of: {0}. Without it, add and delete, and beside it what the handshake is worth', scenarioNames.join(', '))}`,
      '',
      ...exitHelp(),
      '',
      '  wazuh-ar dry-run block-ip.py --rule 5712 --timeout 600',
      '',
    ].join('\n'),

  async run(args, io) {
    const { values, positionals } = parsed(args, {
      ...scriptOptions,
      scenario: { type: 'string' },
      format: { type: 'string' },
    });
    const [script, ...more] = positionals;
    if (script === undefined || more.length > 0) throw new Trouble(t('name one script.'));
    const format = oneOf('--format', values.format, ['text', 'json'] as const) ?? 'text';
    const scenario = oneOf('--scenario', values.scenario, scenarioNames);
    const { request, alert } = await scriptRequest(io, script, values);
    const { interrupted: signal, readScript } = io;
    const report = await attempt(io, script, () =>
      io.dryRun({ ...request, scenario }, { signal, readScript }),
    );
    io.stdout.write(
      format === 'json'
        ? reportJson(report)
        : reportText(report, { script, alert, timeout: request.timeout }, paint(io.stdout)),
    );
    return report.findings.length > 0 ? 1 : exitStatus([report.verdict], values);
  },
};

import { t } from '@vscode/l10n';
import { similar } from '../server/checks/similar';
import { visibleLines } from '../wazuh/visible';
import type { Command } from './command';
import { check } from './commands/check';
import { dryRun } from './commands/dry-run';
import { lsp } from './commands/lsp';
import { create } from './commands/new';
import { rule } from './commands/rule';
import { testScripts } from './commands/test';
import { type ExitStatus, type Io, Trouble } from './io';

const commands: readonly Command[] = [check, dryRun, testScripts, create, rule, lsp];

/** Runs `wazuh-ar` with what was typed behind it. Never rejects: what goes wrong is told on stderr, with status 2. */
export async function run(argv: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    const said = error instanceof Trouble ? error.message : t('unexpected: {0}', String(error));
    io.stderr.write(`wazuh-ar: ${visibleLines(said)}\n`);
    return 2;
  }
}

async function dispatch([first, ...rest]: readonly string[], io: Io): Promise<ExitStatus> {
  if (first === '--version' || first === '-v') return say(io, `${io.version}\n`);
  if (first === '--help' || first === '-h' || first === 'help') {
    const about = first === 'help' ? named(rest[0]) : undefined;
    return say(io, about?.help() ?? help());
  }
  if (first === undefined) {
    io.stderr.write(help());
    return 2;
  }
  const command = named(first);
  if (!command) {
    const names = commands.map(({ name }) => name);
    const meant = similar(first, names);
    const all = t('there is no command {0}. It is one of: {1}.', first, names.join(', '));
    throw new Trouble(meant === undefined ? all : `${all} ${t('Did you mean {0}?', meant)}`);
  }
  if (rest.includes('--help') || rest.includes('-h')) return say(io, command.help());
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    throw new Trouble(`${command.name}: ${error.message}`);
  }
}

function named(name: string | undefined): Command | undefined {
  return commands.find((command) => command.name === name);
}

function say(io: Io, text: string): ExitStatus {
  io.stdout.write(text);
  return 0;
}

function help(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    t('Active Response for Wazuh: know what Wazuh will do before it does it.'),
    '',
    `wazuh-ar ${t('COMMAND')} …`,
    '',
    ...lines,
    '',
    t('wazuh-ar COMMAND --help says more. --version prints the version.'),
    t('Exit status: 0 nothing wrong, 1 something found, 2 could not run.'),
    '',
  ].join('\n');
}

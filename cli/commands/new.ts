import path from 'node:path';
import { t } from '@vscode/l10n';
import {
  applied,
  type Edit,
  fileName,
  insertInto,
  requestProblem,
  type Scaffold,
  type ScaffoldRequest,
  type ScriptLanguage,
  scaffold,
  type Template,
  templates,
  type Where,
} from '../../scaffold';
import { staticFindings } from '../../script-checks';
import { alertFor } from '../../wazuh/alert';
import { catalog } from '../../wazuh/catalog';
import { ruleIndex } from '../../wazuh/ruleset';
import { visible } from '../../wazuh/visible';
import type { Command } from '../command';
import { type Io, Trouble } from '../io';
import { oneOf, parsed, ruleIds, wholeNumber } from '../options';
import { paint } from '../paint';
import { address, mustBeFolder, reason } from '../places';

const languages: readonly ScriptLanguage[] = ['python', 'bash'];
const locations = ['local', 'server', 'defined-agent', 'all'] as const;

export const create: Command = {
  name: 'new',
  get summary() {
    return t('a script that passes its dry run, and the blocks that bind it');
  },
  help: () => {
    const width = Math.max(...templates().map(({ id }) => id.length));
    return [
      'wazuh-ar new TEMPLATE [--language python|bash] [--name NAME] [--dir DIR] [--config ossec.conf]',
      '             [--rules-id ID,…] [--level N] [--rules-group GROUPS] [--timeout S]',
      '             [--location local|server|all] [--agent-id ID] [--extra-args WORDS]',
      '',
      t('Writes a script, shows the <command> and <active-response> blocks, and what is left to do.'),
      t('With --config the blocks are inserted. Nothing is ever written over.'),
      '',
      ...templates().map(({ id, description }) => `  ${id.padEnd(width)}  ${description}`),
      '',
      '  wazuh-ar new block-ip --language python --name block-ip --rules-id 5712 --timeout 600 --config ossec.conf',
      '',
    ].join('\n');
  },

  async run(args, io) {
    const { values, positionals } = parsed(args, {
      language: { type: 'string' },
      name: { type: 'string' },
      dir: { type: 'string' },
      config: { type: 'string' },
      'rules-id': { type: 'string', multiple: true },
      level: { type: 'string' },
      'rules-group': { type: 'string' },
      location: { type: 'string' },
      'agent-id': { type: 'string' },
      timeout: { type: 'string' },
      'extra-args': { type: 'string' },
    });
    const template = templateOf(positionals);
    const timeout = wholeNumber('--timeout', values.timeout, 1);
    const level = wholeNumber('--level', values.level, 1);
    const rulesId = ruleIds('--rules-id', values['rules-id'] ?? []);
    const triggered = rulesId.length > 0 || level !== undefined || values['rules-group'] !== undefined;
    const request: ScaffoldRequest = {
      template: template.id,
      language: oneOf('--language', values.language, languages) ?? 'python',
      name: values.name ?? template.suggestedName,
      where: whereOf(values.location, values['agent-id']),
      when: {
        rulesId: triggered ? rulesId : [template.exampleRule],
        ...(level !== undefined && { level }),
        ...(values['rules-group'] !== undefined && { rulesGroup: values['rules-group'] }),
      },
      ...(timeout !== undefined && { timeout }),
      ...(values['extra-args'] !== undefined && { extraArgs: values['extra-args'] }),
    };
    const problem = requestProblem(request, reserved(io));
    if (problem) throw new Trouble(problem);
    if (!triggered) {
      io.stderr.write(
        `wazuh-ar: new: ${t('bound to rule {0}, as nothing else was said: see --rules-id.', template.exampleRule)}\n`,
      );
    }
    await write(io, request, values.dir ?? '.', values.config);
    return 0;
  },
};

function templateOf(words: readonly string[]): Template {
  const [id, ...more] = words;
  const found = templates().find((one) => one.id === id);
  if (found && more.length === 0) return found;
  throw new Trouble(
    t(
      'name one template: {0}.',
      templates()
        .map((one) => one.id)
        .join(', '),
    ),
  );
}

function whereOf(location: string | undefined, agentId: string | undefined): Where {
  if (agentId !== undefined) {
    if (location !== undefined && location !== 'defined-agent') {
      throw new Trouble(t('--agent-id goes with the location defined-agent.'));
    }
    return { location: 'defined-agent', agentId };
  }
  const where = oneOf('--location', location, locations) ?? 'local';
  if (where === 'defined-agent') throw new Trouble(t('say which agent: --agent-id.'));
  return { location: where };
}

/** Names that a new response must not take. */
function reserved(io: Io): readonly string[] {
  const { stockCommands, shippedExecutables } = catalog(io.catalogData);
  return [...stockCommands, ...shippedExecutables].map(({ name }) => name);
}

/** @throws Trouble unless there is a folder for the script; where there is nothing, with the way to make it */
async function mustBeThere(io: Io, dir: string): Promise<void> {
  await io.disk.kind(address(io, dir)).catch((error: unknown) => {
    if (!(error instanceof Error && error.message.startsWith('ENOENT'))) return;
    throw new Trouble(t('there is no folder {0}. Make it, then say this again: mkdir -p {0}', dir));
  });
  await mustBeFolder(io, dir);
}

/** Finds out everything that could go wrong before anything is written. */
async function write(
  io: Io,
  request: ScaffoldRequest,
  dir: string,
  config: string | undefined,
): Promise<void> {
  const made = scaffold(request, io.templateData);
  await mustBeThere(io, dir);
  const target = path.join(dir, fileName(request.name, request.language));
  const content = config === undefined ? undefined : await withBlocks(io, config, made);
  const created = await io.disk
    .create(address(io, target), made.script.text, made.script.mode)
    .catch((error: unknown) => {
      throw new Trouble(t('{0} cannot be written: {1}.', target, reason(error)));
    });
  if (!created) {
    throw new Trouble(
      t('{0} is there already, and is not written over: choose another --name or --dir.', target),
    );
  }
  for (const warning of await doubts(io, request, made))
    io.stderr.write(`wazuh-ar: new: ${visible(warning)}\n`);
  io.stdout.write(`${t('Wrote {0}.', visible(target))}\n\n`);
  io.stdout.write(`${made.blocks.command}\n\n${made.blocks.activeResponse}\n\n`);
  if (config !== undefined && content) {
    await io.disk.replace(address(io, config), content).catch((error: unknown) => {
      throw new Trouble(t('{0} cannot be written: {1}. Put the blocks in by hand.', config, reason(error)));
    });
    io.stdout.write(`${t('Inserted both blocks into {0}.', visible(config))}\n\n`);
  }
  io.stdout.write(next(io, made, target, request));
}

/** The content of the configuration with the blocks in it. */
async function withBlocks(io: Io, config: string, { blocks }: Scaffold): Promise<Uint8Array> {
  const bytes = await io.disk.bytes(address(io, config)).catch((error: unknown) => {
    throw new Trouble(t('{0} cannot be read: {1}.', config, reason(error)));
  });
  // A character for each byte, so that what is no UTF-8 stays as it is.
  const text = Buffer.from(bytes).toString('latin1');
  const insertion = insertInto(text, blocks);
  switch (insertion.kind) {
    case 'edits':
      return Buffer.from(applied(text, insertion.edits.map(inBytes)), 'latin1');
    case 'name-taken':
      throw new Trouble(`${config}: ${insertion.reason} ${t('Say --name {0}.', insertion.free)}`);
    case 'refused':
      throw new Trouble(`${config}: ${insertion.reason}`);
  }
}

function inBytes({ span, newText }: Edit): Edit {
  return { span, newText: Buffer.from(newText, 'utf8').toString('latin1') };
}

/** Rules that Wazuh does not ship, and what the alerts of those it does ship lack, though the script acts on it. */
async function doubts(
  io: Io,
  { when: { rulesId = [] } }: ScaffoldRequest,
  { script }: Scaffold,
): Promise<readonly string[]> {
  const read = await io.readScript(script.text, script.name);
  const facts = catalog(io.catalogData);
  const known = ruleIndex(facts, []);
  return rulesId.flatMap((id) => {
    const rule = known.get(id);
    if (!rule) return [t('rule {0} is none of Wazuh’s own: make sure that your rules have it.', id)];
    const { alert } = alertFor(rule, facts);
    const [finding] = staticFindings(read, { alerts: [alert] }).filter(({ code }) => code === 'wrong-field');
    return finding ? [t('an alert of rule {0} starts the script in vain. {1}', id, finding.message)] : [];
  });
}

/** What to do now, in order. */
function next(io: Io, { steps }: Scaffold, target: string, request: ScaffoldRequest): string {
  const { bold, dim } = paint(io.stdout);
  const rule = request.when.rulesId?.[0];
  const timeout = request.timeout === undefined ? '' : ` --timeout ${request.timeout}`;
  const trial = `wazuh-ar dry-run ${target}${rule === undefined ? '' : ` --rule ${rule}`}${timeout}`;
  const all = [{ text: t('Try it:'), commands: [trial] }, ...steps];
  return all
    .map(({ text, commands }, index) =>
      [bold(`${index + 1}. ${text}`), ...commands.map((line) => `   ${dim('$')} ${line}`), ''].join('\n'),
    )
    .join('');
}

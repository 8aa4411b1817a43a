import { t } from '@vscode/l10n';
import { scan } from '../../server/workspace/scan';
import { type Catalog, catalog } from '../../wazuh/catalog';
import { type RuleSummary, ruleIndex } from '../../wazuh/ruleset';
import { visible, visibleJson } from '../../wazuh/visible';
import type { Command } from '../command';
import { type Io, Trouble } from '../io';
import { oneOf, parsed, ruleIds } from '../options';
import { type Paint, paint } from '../paint';
import { address, mustBeFolder } from '../places';
import { surroundings } from '../surroundings';

export const rule: Command = {
  name: 'rule',
  get summary() {
    return t('what a rule is');
  },
  help: () =>
    [
      'wazuh-ar rule [--rules DIR]... [--format text|json] ID...',
      '',
      t(
        'Tells what a rule of the stock ruleset, or of your own in DIR, is about: level, groups, techniques, parents,',
      ),
      t('the fields that its alerts carry, and whether a response can be bound to it.'),
      '',
      t('Exit status: 0 all found, 1 a rule is not known, 2 could not run.'),
      '',
      '  wazuh-ar rule 5710 5712',
      '',
    ].join('\n'),

  async run(args, io) {
    const { values, positionals } = parsed(args, {
      rules: { type: 'string', multiple: true },
      format: { type: 'string' },
    });
    const format = oneOf('--format', values.format, ['text', 'json'] as const) ?? 'text';
    const ids = ruleIds(t('a rule id'), positionals);
    if (ids.length === 0) throw new Trouble(t('name a rule by its id.'));
    const known = await rules(io, values.rules ?? []);
    const found = ids.map((id) => known.get(id)).filter((one) => one !== undefined);
    const facts = catalog(io.catalogData);
    io.stdout.write(
      format === 'json'
        ? `${visibleJson({ rules: found.map((one) => jsonOf(one, facts)) })}\n`
        : found.map((one) => textOf(one, facts, paint(io.stdout))).join('\n'),
    );
    const missing = ids.filter((id) => known.get(id) === undefined);
    for (const id of missing) io.stderr.write(`wazuh-ar: rule: ${t('there is no rule {0}.', id)}\n`);
    return missing.length > 0 ? 1 : 0;
  },
};

async function rules(io: Io, folders: readonly string[]) {
  if (folders.length === 0) return ruleIndex(catalog(io.catalogData), []);
  for (const folder of folders) await mustBeFolder(io, folder);
  const addresses = folders.map((folder) => address(io, folder));
  const { ruleFiles } = await scan(io.disk, [], addresses);
  if (ruleFiles.length === 0) throw new Trouble(t('no rule file (*.xml) in: {0}.', folders.join(', ')));
  return (await surroundings(io, [], { version: '4.14', rules: addresses })).rules;
}

/** Whether Wazuh binds responses to the rule at all (analysisd/rules.c, 4.14.7). */
function responds({ level, noActiveResponse }: RuleSummary): boolean {
  return level > 0 && !noActiveResponse;
}

function jsonOf(one: RuleSummary, facts: Catalog) {
  const { id, level, summary, file, groups, mitre, compliance, parents } = one;
  const fields = facts.ruleFields(id);
  return {
    id,
    level,
    summary,
    file,
    groups,
    mitre: mitre.map((technique) => facts.mitre(technique) ?? { id: technique }),
    compliance,
    parents,
    responds: responds(one),
    fields: fields ? { samples: fields.samples, always: fields.always, sometimes: fields.sometimes } : null,
  };
}

function textOf(one: RuleSummary, facts: Catalog, { bold, dim }: Paint): string {
  const fields = facts.ruleFields(one.id);
  const rows: readonly (readonly [string, string])[] = [
    [t('level'), String(one.level)],
    [t('groups'), one.groups.join(', ')],
    [t('techniques'), one.mitre.map((id) => technique(id, facts)).join('; ')],
    [
      t('compliance'),
      Object.entries(one.compliance)
        .map(([name, clauses]) => `${name} ${clauses.join(' ')}`)
        .join('; '),
    ],
    [t('parents'), one.parents.join(', ')],
    [t('alerts carry'), fields ? targetFields(fields.always).join(', ') : t('not observed')],
    [t('sometimes'), fields ? targetFields(Object.keys(fields.sometimes)).join(', ') : ''],
    [
      t('responses'),
      responds(one) ? t('can be bound to it') : t('never run for it: its level is 0, or it says no_ar'),
    ],
    [t('file'), one.file],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${dim(name.padEnd(width))}  ${visible(value)}\n`);
  return `${bold(String(one.id))}  ${visible(one.summary)}\n${lines.join('')}`;
}

function technique(id: string, facts: Catalog): string {
  const known = facts.mitre(id);
  return known ? `${id} ${known.name} ${known.url}` : id;
}

/** The fields that a response can act on: those that the event itself brought. */
function targetFields(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => /^(?:data|syscheck)\./.test(path));
}

import { t } from '@vscode/l10n';
import type { Alert } from '../../wazuh/alert';
import type { SampleInfo } from '../../wazuh/catalog';
import type { RuleSummary } from '../../wazuh/ruleset';
import { whyNever } from '../rules/rule-item';

/** Where an alert comes from: enough to get it again, also after the window was closed. */
export type AlertSource =
  | { readonly kind: 'sample'; readonly name: string }
  /** Made up for a rule. */
  | { readonly kind: 'rule'; readonly id: number }
  /** A file with one alert, by its address. */
  | { readonly kind: 'file'; readonly uri: string }
  /** What was selected in an editor. */
  | { readonly kind: 'text'; readonly text: string }
  /** A line of alerts.json. It is kept as it stands: the file grows, and is rotated. */
  | { readonly kind: 'line'; readonly text: string };

/** An alert to send, and how it is called. */
export interface ChosenAlert {
  readonly source: AlertSource;
  readonly title: string;
  readonly alert: Alert;
  /** Whether it was made for what a script reads, nobody having chosen one. */
  readonly fitted?: boolean;
}

/** What the list of alerts offers. */
export interface Offer {
  /** What this script was sent last, with its title. */
  readonly last: { readonly source: AlertSource; readonly title: string } | undefined;
  /** The rules that set off the response at hand. */
  readonly bound: readonly RuleSummary[];
  /** Whether the run was asked for at the response, not at the script. */
  readonly fromResponse: boolean;
  /** The text selected in an editor, where it looks like an alert. */
  readonly selection: string | undefined;
  /** Files of one alert a line, such as alerts.json. */
  readonly logs: readonly { readonly uri: string; readonly path: string }[];
  /** The workspace's files of one alert each. */
  readonly files: readonly { readonly uri: string; readonly path: string }[];
  readonly samples: readonly SampleInfo[];
}

/** A line of the list: a heading, or a choice. */
export type Entry =
  | { readonly kind: 'heading'; readonly label: string }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly description: string;
      readonly detail: string;
      readonly choice: Chosen;
    };

/** What a line of the list stands for: an alert, or a way to one. */
export type Chosen = AlertSource | 'search' | 'open' | { readonly kind: 'log'; readonly uri: string };

/** The lines of the list, what is likeliest first: the last alert, the response's rules, one's own, the samples. */
export function entries({ last, bound, selection, files, logs, samples }: Offer): readonly Entry[] {
  return [
    ...part(t('Last time'), last ? [choice(last.title, '', last.source)] : []),
    ...part(t('Made for the rules of this response'), bound.map(ruleChoice)),
    ...part(t('Your own'), [
      choice(t('$(search) For a Rule, by Number or Words…'), '', 'search'),
      ...(selection === undefined
        ? []
        : [choice(t('$(selection) The Selection'), beginning(selection), { kind: 'text', text: selection })]),
      ...logs.map(({ uri, path }) =>
        choice(t('$(list-filter) A Line of {0}…', path), '', { kind: 'log', uri }),
      ),
      ...files.map(({ uri, path }) => choice(`$(json) ${path}`, '', { kind: 'file', uri })),
      choice(t('$(folder-opened) From a File…'), '', 'open'),
    ]),
    ...families(samples).flatMap(([family, members]) =>
      part(
        family,
        members.map(({ title, name, rule, description }) =>
          choice(title, t('rule {0}', rule), { kind: 'sample', name }, description),
        ),
      ),
    ),
  ];
}

/** The line to begin with: from a response, a rule of its own; else the last alert, a bound rule, or a sample. */
export function firstChoice(list: readonly Entry[], { last, fromResponse }: Offer): Entry | undefined {
  const choices = list.filter((entry) => entry.kind === 'choice');
  const wanted: readonly AlertSource['kind'][] = ['rule', 'sample'];
  const [rule, sample] = wanted.map((kind) =>
    choices.find(({ choice: what }) => typeof what === 'object' && what.kind === kind && !isLast(what)),
  );
  return (fromResponse ? rule : undefined) ?? (last ? choices[0] : undefined) ?? rule ?? sample;

  function isLast(what: Chosen): boolean {
    return what === last?.source;
  }
}

function part(label: string, choices: readonly Entry[]): readonly Entry[] {
  return choices.length === 0 ? [] : [{ kind: 'heading', label }, ...choices];
}

function choice(label: string, description: string, what: Chosen, detail = ''): Entry {
  return { kind: 'choice', label, description, detail, choice: what };
}

function ruleChoice(rule: RuleSummary): Entry {
  const description = [t('level {0}', rule.level), whyNever(rule)].filter(Boolean).join(' · ');
  return choice(t('Rule {0}: {1}', rule.id, rule.summary), description, { kind: 'rule', id: rule.id });
}

/** The samples under headings for people, in the order of the catalog; families that share a heading come together. */
function families(samples: readonly SampleInfo[]): readonly (readonly [string, readonly SampleInfo[]])[] {
  const byHeading = new Map<string, SampleInfo[]>();
  for (const sample of samples) {
    const heading = headings()[sample.family] ?? sample.family;
    const members = byHeading.get(heading) ?? [];
    byHeading.set(heading, members);
    members.push(sample);
  }
  return [...byHeading];
}

function headings(): Readonly<Record<string, string>> {
  const [linux, network] = [t('Linux'), t('Network')];
  const [cloud, wazuh] = [t('Cloud and containers'), t('Wazuh itself')];
  return {
    sshd: 'SSH',
    web: t('Web'),
    syscheck: t('File integrity'),
    yara: t('Malware'),
    virustotal: t('Malware'),
    windows: 'Windows',
    ...{ syslog: linux, sudo: linux, pam: linux, audit: linux },
    ...{ ids: network, ftp: network },
    ...{ docker: cloud, office365: cloud, aws: cloud },
    ...{ vulnerability: wazuh, rootcheck: wazuh, agent: wazuh, sca: wazuh },
    trial: t('To break scripts with'),
  };
}

function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Reads a source that was remembered. undefined for anything else: what is stored may be of another release. */
export function storedSource(value: unknown): AlertSource | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  const field = (name: string): unknown => (value as Readonly<Record<string, unknown>>)[name];
  const [name, id, uri, text] = [field('name'), field('id'), field('uri'), field('text')];
  switch (value.kind) {
    case 'sample':
      return typeof name === 'string' ? { kind: 'sample', name } : undefined;
    case 'rule':
      return typeof id === 'number' ? { kind: 'rule', id } : undefined;
    case 'file':
      return typeof uri === 'string' ? { kind: 'file', uri } : undefined;
    case 'text':
    case 'line':
      return typeof text === 'string' ? { kind: value.kind, text } : undefined;
    default:
      return undefined;
  }
}

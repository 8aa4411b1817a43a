import { t } from '@vscode/l10n';
import type { ScriptLanguage } from './request';

/** The templates, by what their scripts do. */
export type TemplateId =
  | 'block-ip'
  | 'disable-account'
  | 'quarantine-file'
  | 'notify'
  | 'stateful'
  | 'stateless';

/** What a user should know when choosing a template. */
export interface Template {
  readonly id: TemplateId;
  readonly title: string;
  /** A name for the command; empty where only the user can know one. It is never one of Wazuh's own. */
  readonly suggestedName: string;
  readonly description: string;
  /** What its scripts do, as dry runs measure them by it; each says so in a comment. */
  readonly expected: string;
  /** The same without extra arguments, where that is less. */
  readonly expectedWithoutArguments?: string;
  /** Whether what it does is undone at a timeout. */
  readonly stateful: boolean;
  /** Seconds, for a stateful template. */
  readonly defaultTimeout: number;
  readonly languages: readonly ScriptLanguage[];
  /** What to pass in `<extra_args>`; undefined where the script takes nothing. */
  readonly extraArgs: string | undefined;
  /** A stock rule whose alerts have what it acts on. */
  readonly exampleRule: number;
}

/** Reads the text of a template by its path under `scaffold/templates`: `python/block-ip.py`. The edge passes it in. */
export type TemplateData = (path: string) => string;

/** Every template, in the order in which they are offered. */
export function templates(): readonly Template[] {
  const both: readonly ScriptLanguage[] = ['python', 'bash'];
  return [
    {
      id: 'block-ip',
      suggestedName: 'block-ip',
      title: t('Block an address'),
      description: t("Drops packets from the alert's source address, and lets them in again at the timeout."),
      expected: 'blocks the address',
      stateful: true,
      defaultTimeout: 600,
      languages: both,
      extraArgs: undefined,
      exampleRule: 5712,
    },
    {
      id: 'disable-account',
      suggestedName: 'disable-user',
      title: t('Disable an account'),
      description: t(
        "Lets the alert's account expire, so that neither password nor key logs in; takes it back at the timeout.",
      ),
      expected: 'locks the account',
      stateful: true,
      defaultTimeout: 1800,
      languages: both,
      extraArgs: undefined,
      exampleRule: 5763,
    },
    {
      id: 'quarantine-file',
      suggestedName: 'quarantine-file',
      title: t('Quarantine a file'),
      description: t("Moves the alert's file into a folder that only root can read, and logs its SHA-256."),
      expected: 'moves the file away',
      stateful: false,
      defaultTimeout: 0,
      languages: both,
      extraArgs: undefined,
      exampleRule: 554,
    },
    {
      id: 'notify',
      suggestedName: 'notify',
      title: t('Notify'),
      description: t(
        'Sends a summary of the alert to a web hook (Slack, Teams, Mattermost), or only logs it.',
      ),
      expected: 'posts a message',
      expectedWithoutArguments: 'only logs',
      stateful: false,
      defaultTimeout: 0,
      languages: both,
      extraArgs: t('The https address of the web hook'),
      exampleRule: 5712,
    },
    {
      id: 'stateful',
      suggestedName: '',
      title: t('Empty, with undo'),
      description: t('Everything but the action: what add does, delete takes back at the timeout.'),
      expected: 'changes the host',
      stateful: true,
      defaultTimeout: 600,
      languages: both,
      extraArgs: undefined,
      exampleRule: 5712,
    },
    {
      id: 'stateless',
      suggestedName: '',
      title: t('Empty, without undo'),
      description: t('Everything but the action, for what happens once and stays.'),
      expected: 'only logs',
      stateful: false,
      defaultTimeout: 0,
      languages: both,
      extraArgs: undefined,
      exampleRule: 5712,
    },
  ];
}

/** The template of an id. */
export function template(id: TemplateId): Template {
  const found = templates().find((one) => one.id === id);
  if (!found) throw new RangeError(`no such template: ${id}`);
  return found;
}

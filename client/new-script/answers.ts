import { t } from '@vscode/l10n';
import {
  commandName,
  nameProblem,
  type ScaffoldRequest,
  type ScriptLanguage,
  type Template,
  type TemplateId,
  template,
  templates,
} from '../../scaffold';
import { secondsOf } from '../../wazuh/duration';

/** What the wizard asks, in order. */
export type Question = 'kind' | 'template' | 'language' | 'name' | 'rule' | 'timeout' | 'folder';

/** What has been answered so far. */
export interface Answers {
  readonly stateful?: boolean;
  readonly template?: TemplateId;
  readonly language?: ScriptLanguage;
  readonly name?: string;
  readonly rule?: number;
  /** Seconds. */
  readonly timeout?: number;
  /** Address of the folder to write the script to. */
  readonly folder?: string;
}

/** The questions for these answers: only what can be undone has a timeout. */
export function questions({ stateful }: Answers): readonly Question[] {
  const timeout: readonly Question[] = stateful === false ? [] : ['timeout'];
  return ['kind', 'template', 'language', 'name', 'rule', ...timeout, 'folder'];
}

/** The templates of a kind. */
export function templatesOf(stateful: boolean): readonly Template[] {
  return templates().filter((one) => one.stateful === stateful);
}

/** The answers as the scaffold wants them; undefined while one is missing. The response runs where the alert came from. */
export function requestOf(answers: Answers): ScaffoldRequest | undefined {
  const { template: id, language, name, rule, timeout } = answers;
  if (id === undefined || language === undefined || name === undefined || rule === undefined)
    return undefined;
  return {
    template: id,
    language,
    name,
    where: { location: 'local' },
    when: { rulesId: [rule] },
    ...(template(id).stateful && timeout !== undefined && { timeout }),
  };
}

/** What speaks against a name, besides its letters. */
export interface Taken {
  /** Names of commands and executables that Wazuh ships. */
  readonly reserved: readonly string[];
  /** Names of commands that the workspace's configurations define. */
  readonly defined: ReadonlySet<string>;
}

/** What is wrong with a name for the new script; undefined when it will do. */
export function problemWithName(
  name: string,
  language: ScriptLanguage,
  { reserved, defined }: Taken,
): string | undefined {
  const problem = nameProblem(name, language, reserved);
  if (problem) return problem;
  const command = commandName(name, language);
  return defined.has(command) ? t('ossec.conf has a command called {0} already.', command) : undefined;
}

/** The seconds that a person means by `600` or `10m`; undefined for anything else, for 0, and for what Wazuh's atoi cuts. */
export function typedSeconds(text: string): number | undefined {
  const seconds = secondsOf(text.replaceAll(/\s/g, '').toLowerCase()) ?? 0;
  return seconds > 0 && seconds <= 2_147_483_647 ? seconds : undefined;
}

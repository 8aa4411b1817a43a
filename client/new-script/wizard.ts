import * as vscode from 'vscode';
import { fileName, type ScaffoldRequest, type TemplateId, template } from '../../scaffold';
import { inWords } from '../../wazuh/duration';
import type { LanguageServer } from '../language-server';
import { type Answer, answerOf, type Choice, choose, enter, type Place } from '../quick-input/ask';
import { chosenRule, type RuleItemOfPick, searchWhileTyping } from '../rules/pick-rule';
import {
  type Answers,
  problemWithName,
  type Question,
  questions,
  requestOf,
  type Taken,
  templatesOf,
  typedSeconds,
} from './answers';
import { chooseFolder } from './folder';

/** What the user wants: the script to write, and the folder to write it to. */
export interface Wish {
  readonly request: ScaffoldRequest;
  readonly folder: vscode.Uri;
}

/** What the questions need to know. */
export interface Surroundings {
  readonly server: LanguageServer;
  /** Found while the first questions are asked. */
  readonly taken: Promise<Taken>;
}

/** Asks one question after the other, with a way back. undefined when the user turns away. */
export async function ask(surroundings: Surroundings): Promise<Wish | undefined> {
  let answers: Answers = {};
  let at = 0;
  for (;;) {
    const list = questions(answers);
    const question = list[at];
    if (question === undefined) break;
    const title = vscode.l10n.t('New Active Response Script');
    const answer = await asking[question](
      { title, step: at + 1, totalSteps: list.length },
      answers,
      surroundings,
    );
    if (answer.kind === 'cancel') return undefined;
    at += answer.kind === 'back' ? -1 : 1;
    if (answer.kind === 'answer') answers = { ...answers, ...answer.value };
  }
  const request = requestOf(answers);
  return request && answers.folder !== undefined
    ? { request, folder: vscode.Uri.parse(answers.folder) }
    : undefined;
}

type Asking = (place: Place, answers: Answers, surroundings: Surroundings) => Promise<Answer<Answers>>;

const asking: Readonly<Record<Question, Asking>> = {
  kind: askKind,
  template: askTemplate,
  language: askLanguage,
  name: askName,
  rule: askRule,
  timeout: askTimeout,
  folder: (place, answers) => chooseFolder(place, scriptName(answers)),
};

function askKind(place: Place, { stateful }: Answers): Promise<Answer<Answers>> {
  const choices: readonly Choice<Answers>[] = [
    {
      label: vscode.l10n.t('Stateful'),
      detail: vscode.l10n.t('Undone after a timeout: an address is blocked, and let in again'),
      value: { stateful: true },
    },
    {
      label: vscode.l10n.t('Stateless'),
      detail: vscode.l10n.t('Done once, for good: a file is moved away, a message is sent'),
      value: { stateful: false },
    },
  ];
  const prompt = vscode.l10n.t('Is the response undone after some time?');
  return choose(place, prompt, choices, choices[stateful === false ? 1 : 0]);
}

function askTemplate(place: Place, answers: Answers): Promise<Answer<Answers>> {
  const choices = templatesOf(answers.stateful ?? true).map(
    (one): Choice<Answers> => ({
      label: one.title,
      detail: one.description,
      value: { template: one.id, timeout: one.defaultTimeout },
    }),
  );
  const active = choices.find(({ value }) => value.template === answers.template);
  return choose(place, vscode.l10n.t('What does the response do?'), choices, active);
}

function askLanguage(place: Place, answers: Answers): Promise<Answer<Answers>> {
  const names = { python: 'Python', bash: 'Bash' } as const;
  const choices = chosenTemplate(answers).languages.map(
    (language): Choice<Answers> => ({ label: names[language], value: { language } }),
  );
  const active = choices.find(({ value }) => value.language === answers.language);
  return choose(place, vscode.l10n.t('The language of the script'), choices, active);
}

async function askName(place: Place, answers: Answers, { taken }: Surroundings): Promise<Answer<Answers>> {
  const language = answers.language ?? 'python';
  const known = await taken;
  const answer = await enter(
    place,
    vscode.l10n.t('The name of the command and of the script, such as block-ip'),
    answers.name ?? chosenTemplate(answers).suggestedName,
    (name) => problemWithName(name, language, known),
  );
  return answer.kind === 'answer' ? { kind: 'answer', value: { name: answer.value } } : answer;
}

async function askRule(place: Place, answers: Answers, { server }: Surroundings): Promise<Answer<Answers>> {
  const pick = vscode.window.createQuickPick<RuleItemOfPick>();
  pick.value = String(answers.rule ?? chosenTemplate(answers).exampleRule);
  const searching = searchWhileTyping(pick, server);
  try {
    return await answerOf(pick, place, () => {
      const rule = chosenRule(pick);
      return rule && { rule: rule.id };
    });
  } finally {
    searching.dispose();
  }
}

/** Timeouts offered, in seconds. */
const usual = [60, 600, 1800, 3600, 86_400] as const;

function askTimeout(place: Place, answers: Answers): Promise<Answer<Answers>> {
  const pick = vscode.window.createQuickPick<Choice<Answers>>();
  const first = answers.timeout ?? chosenTemplate(answers).defaultTimeout;
  const choice = (timeout: number, alwaysShow: boolean): Choice<Answers> => ({
    label: inWords(timeout),
    description: vscode.l10n.t('{0} s', timeout),
    alwaysShow,
    value: { timeout },
  });
  const offered = [...new Set([first, ...usual])].map((timeout) => choice(timeout, false));
  pick.placeholder = vscode.l10n.t('After how long is it undone? Choose, or type seconds, 10m, 2h');
  pick.items = offered;
  pick.onDidChangeValue((text) => {
    const seconds = typedSeconds(text);
    pick.items = seconds === undefined ? offered : [choice(seconds, true)];
  });
  return answerOf(pick, place, () => pick.activeItems[0]?.value);
}

function chosenTemplate({ template: id }: Answers): ReturnType<typeof template> {
  return template(id ?? ('block-ip' satisfies TemplateId));
}

function scriptName({ name = '', language = 'python' }: Answers): string {
  return fileName(name, language);
}

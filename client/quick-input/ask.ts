import * as vscode from 'vscode';

/** Where a question stands among the others, for its title: `Name (4/7)`. The first has no way back. */
export interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** What came of a question. */
export type Answer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'back' }
  | { readonly kind: 'cancel' };

/** An entry of a list that stands for a value. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Asks to choose one of a list. `active` is highlighted at first. */
export function choose<T>(
  place: Place,
  placeholder: string,
  choices: readonly Choice<T>[],
  active?: Choice<T>,
): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.placeholder = placeholder;
  pick.items = choices;
  pick.matchOnDetail = true;
  if (active) pick.activeItems = [active];
  return answerOf(pick, place, () => pick.selectedItems[0]?.value);
}

/** What quick picks of any items and input boxes have in common. */
interface Input extends vscode.QuickInput {
  buttons: readonly vscode.QuickInputButton[];
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
  readonly onDidAccept: vscode.Event<void>;
}

/** Asks for a line of text. `problem` judges what is typed: a sentence, or undefined when it will do. */
export function enter(
  place: Place,
  prompt: string,
  value: string,
  problem: (value: string) => string | undefined,
): Promise<Answer<string>> {
  const box = vscode.window.createInputBox();
  box.prompt = prompt;
  box.value = value;
  const judge = () => {
    box.validationMessage = problem(box.value.trim());
  };
  box.onDidChangeValue(judge);
  if (value !== '') judge();
  return answerOf(box, place, () => {
    judge();
    return box.validationMessage ? undefined : box.value.trim();
  });
}

/**
 * Shows a prepared quick input at its place and waits: for a value (`accept` returns undefined as long as there is none
 * to take), for the back button, or for the user to turn away. Disposes of the input.
 */
export function answerOf<T>(input: Input, place: Place, accept: () => T | undefined): Promise<Answer<T>> {
  input.title = place.title;
  input.step = place.step;
  input.totalSteps = place.totalSteps;
  input.ignoreFocusOut = true;
  if (place.step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const settle = (answer: Answer<T>) => {
      resolve(answer);
      input.hide();
    };
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) settle({ kind: 'back' });
    });
    input.onDidAccept(() => {
      const value = accept();
      if (value !== undefined) settle({ kind: 'answer', value });
    });
    input.onDidHide(() => {
      resolve({ kind: 'cancel' });
      input.dispose();
    });
    input.show();
  });
}

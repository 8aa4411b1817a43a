import { type FromPanel, toPanel } from '../messages';
import type { PanelState } from '../state';
import { showBadge } from './badge';
import { rowElement } from './conversation';
import { effectGroupElement } from './effects';
import { byId } from './element';
import { findingElement } from './findings';

/** What VS Code gives a webview: messages to the host, and a state that outlives hiding. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const host = acquireVsCodeApi();
const page = byId('page');
const rows = byId('rows');
const findings = byId('finding-list');
const effects = byId('effect-list');
const cancel = byId('cancel');
const runAgain = byId('run-again');

function show(state: PanelState): void {
  showSubject(state);
  showBadge(byId('verdict'), state.verdict);
  showConversation(state);
  if (state.kind === 'finished') showResults(state);
  byId('reason').textContent = state.kind === 'stopped' ? state.reason : '';
  page.dataset.kind = state.kind;
  page.ariaBusy = String(state.kind === 'running');
  showButtons(state.kind === 'running');
}

function showSubject({ subject }: PanelState): void {
  byId('script').textContent = subject.script;
  byId('lane').textContent = subject.script;
  byId('facts').textContent = subject.facts;
  byId('alert').textContent = subject.alert;
}

function showConversation(state: PanelState): void {
  // While a script runs again the picture keeps its height, so that what stands below stays where it is.
  rows.style.minHeight = state.kind === 'running' ? `${rows.offsetHeight}px` : '';
  const { script } = state.subject;
  rows.replaceChildren(...state.conversation.map((row) => rowElement(row, script)));
}

/** Fills the right-hand side. It is left standing, dimmed, while the script runs again. */
function showResults(state: Extract<PanelState, { kind: 'finished' }>): void {
  showBadge(byId('sandbox'), state.sandbox);
  const openLine = (line: number) => host.postMessage({ type: 'openLine', line });
  findings.replaceChildren(...state.findings.map((row) => findingElement(row, openLine)));
  showBadge(byId('reverted'), state.reverted);
  effects.replaceChildren(...state.effects.map(effectGroupElement));
  byId('incomplete').textContent = state.incomplete;
  byId('log').textContent = state.log.join('\n');
  byId('errors').textContent = state.errors;
  byId('errors-box').hidden = state.errors === '';
  byId('took').textContent = state.took;
}

/** One place, two buttons: the focus goes over from the one that goes to the one that comes. */
function showButtons(running: boolean): void {
  const [comes, goes] = running ? [cancel, runAgain] : [runAgain, cancel];
  const focused = document.activeElement === goes;
  comes.hidden = false;
  goes.hidden = true;
  if (focused) comes.focus();
  for (const id of ['change-alert', 'copy-report']) byId(id).toggleAttribute('disabled', running);
}

cancel.addEventListener('click', () => host.postMessage({ type: 'cancel' }));
runAgain.addEventListener('click', () => host.postMessage({ type: 'runAgain' }));
byId('change-alert').addEventListener('click', () => host.postMessage({ type: 'changeAlert' }));
byId('copy-report').addEventListener('click', () => host.postMessage({ type: 'copyReport' }));

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = toPanel(event.data);
  if (!message) return;
  host.setState(message);
  show(message.state);
});

const kept = toPanel(host.getState());
if (kept) show(kept.state);
host.postMessage({ type: 'ready' });

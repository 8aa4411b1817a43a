import { type FromPanel, toPanel } from '../messages';
import type { Judged, PanelState, ProofPicture } from '../state';
import { showBadge } from './badge';
import { rowElement } from './conversation';
import { effectGroupElement } from './effects';
import { byId, element } from './element';
import { fill } from './fill';
import { findingElement } from './findings';
import { probeElement } from './proof';

/** What VS Code gives a webview: messages to the host, and a state that outlives hiding. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const host = acquireVsCodeApi();
const page = byId('page');
const rows = byId('rows');
const cancel = byId('cancel');
const runAgain = byId('run-again');
const scenario = byId('scenario', HTMLSelectElement);
const stepping = byId('stepping', HTMLInputElement);
/** The scenario that the host named last: what the user chooses since then stays chosen. */
let named = '';

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
  fill(scenario, subject.scenarios, ({ name, label, summary }) =>
    element('option', { value: name, title: summary }, label),
  );
  if (named !== subject.scenario) scenario.value = subject.scenario;
  named = subject.scenario;
  const chosen = subject.scenarios.find(({ name }) => name === named);
  byId('summary').textContent = chosen?.summary ?? '';
  byId('as-delete').hidden = !subject.scenarios.some(({ name }) => name === ONLY_DELETE);
}

const ONLY_DELETE = 'delete-without-add';

function showConversation(state: PanelState): void {
  // While a script runs again the picture keeps its height, so that what stands below stays where it is.
  rows.style.minHeight = state.kind === 'running' ? `${rows.offsetHeight}px` : '';
  const { script } = state.subject;
  const next = (toEnd: boolean) => host.postMessage({ type: 'next', toEnd });
  fill(rows, state.conversation, (row) => rowElement(row, script, next));
}

/** Fills the right-hand side. It is left standing, dimmed, while the script runs again. */
function showResults(state: Extract<PanelState, { kind: 'finished' }>): void {
  showBadge(byId('sandbox'), state.sandbox);
  showJudged(state.judged);
  byId('no-findings').textContent = state.noFindings;
  fill(byId('finding-list'), state.findings, (row) => findingElement(row, wishes));
  showProof(state.proof);
  showBadge(byId('reverted'), state.reverted);
  fill(byId('effect-list'), state.effects, effectGroupElement);
  byId('incomplete').textContent = state.incomplete;
  byId('log').textContent = state.log.join('\n');
  byId('errors').textContent = state.errors;
  byId('errors-box').hidden = state.errors === '';
  byId('took').textContent = state.took;
}

function showJudged({ expected, why, open }: Judged): void {
  byId('expected').textContent = expected;
  byId('why').textContent = why;
  byId('other-alert').hidden = !open;
}

function showProof(proof: ProofPicture): void {
  fill(byId('proof'), proof.kind === 'tried' ? proof.probes : [], probeElement);
  byId('proof-about').textContent = proof.about;
}

/** One place, two buttons: the focus goes over from the one that goes to the one that comes. */
function showButtons(running: boolean): void {
  const [comes, goes] = running ? [cancel, runAgain] : [runAgain, cancel];
  const focused = document.activeElement === goes;
  comes.hidden = false;
  goes.hidden = true;
  if (focused) comes.focus();
  for (const id of [
    'change-alert',
    'other-alert',
    'say-expected',
    'as-delete',
    'scenario',
    'stepping',
    'copy-report',
  ])
    byId(id).toggleAttribute('disabled', running);
}

const wishes = {
  openLine: (line: number) => host.postMessage({ type: 'openLine', line }),
  explain: (code: string) => host.postMessage({ type: 'explain', code }),
  fix: (code: string) => host.postMessage({ type: 'fix', code }),
};

function run(name: string): void {
  host.postMessage({ type: 'run', scenario: name, stepping: stepping.checked });
}

function onClick(id: string, act: () => void): void {
  byId(id).addEventListener('click', act);
}

onClick('run-again', () => run(scenario.value));
onClick('as-delete', () => run(ONLY_DELETE));
onClick('cancel', () => host.postMessage({ type: 'cancel' }));
onClick('change-alert', () => host.postMessage({ type: 'changeAlert' }));
onClick('other-alert', () => host.postMessage({ type: 'changeAlert' }));
onClick('say-expected', () => host.postMessage({ type: 'sayExpected' }));
onClick('copy-report', () => host.postMessage({ type: 'copyReport' }));
onClick('verdict', () => byId(byId('finding-list').childElementCount > 0 ? 'findings' : 'judged').focus());

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = toPanel(event.data);
  if (!message) return;
  host.setState(message);
  show(message.state);
});

const kept = toPanel(host.getState());
if (kept) show(kept.state);
host.postMessage({ type: 'ready' });

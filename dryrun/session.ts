import { setTimeout as sleep } from 'node:timers/promises';
import { t } from '@vscode/l10n';
import type { Alert } from '../wazuh/alert';
import type { WazuhVersion } from '../wazuh/versions';
import { found } from './effects/files';
import { type Snapshot, unchanged } from './effects/snapshot';
import { arCommands } from './execd/ar-conf';
import { type Conversation, converse, tell } from './execd/conversation';
import {
  type Answer,
  answer,
  type Execd,
  expire,
  type Pending,
  receive,
  type Settings,
  started,
} from './execd/execd';
import { queueMessage } from './execd/message';
import type { Step, TranscriptLine } from './report';
import type { Limits } from './sandbox/limits';
import type { Sandbox } from './sandbox/sandbox';
import { RESPONSE_LOG } from './sandbox/seed/wazuh-home';
import type { Act, Scenario } from './scenarios';

/** One start of the script, and what it did. */
export interface StepRecord {
  readonly step: Step;
  readonly about: 'the target' | 'another target';
  /** ms of the simulated clock since the session began. */
  readonly at: number;
  readonly conversation: Conversation;
  /** Undefined for delete, and for a script that printed nothing. */
  readonly answer: Answer | undefined;
  readonly before: Snapshot;
  /** As it was when the script had printed its first line and was not yet answered. */
  readonly unanswered: Snapshot | undefined;
  readonly after: Snapshot;
  /** Lines added to active-responses.log. */
  readonly log: readonly string[];
}

/** A scenario that was run. */
export interface Session {
  readonly scenario: Scenario;
  readonly transcript: readonly TranscriptLine[];
  readonly steps: readonly StepRecord[];
  readonly sandbox: Sandbox;
}

/** What a scenario is run with. */
export interface Subject {
  /** Base name of the script. */
  readonly name: string;
  readonly alert: Alert;
  /** The same alert about another target; undefined if it has none, and such acts are left out. */
  readonly other: Alert | undefined;
  readonly timeout: number;
  readonly extraArgs: readonly string[];
  readonly version: WazuhVersion;
  readonly limits: Limits;
}

/** Name of the response in ar.conf, which ends in its timeout as Wazuh's own do. */
export function responseName(timeout: number): string {
  return `dry-run${timeout}`;
}

/** Plays a scenario in a sandbox that is open and new. The sandbox stays open. */
export async function play(
  scenario: Scenario,
  subject: Subject,
  sandbox: Sandbox,
  heard: (line: TranscriptLine) => void,
): Promise<Session> {
  const stage = new Stage(subject, sandbox, heard);
  for (const act of scenario.acts) {
    // A script that did not end once would not end the next time either.
    if (!stage.steps.some(({ conversation }) => conversation.overdue)) await stage.play(act);
  }
  return { scenario, transcript: stage.transcript, steps: stage.steps, sandbox };
}

/** Processes that a script has started may end by themselves a moment after it. */
const SETTLE = 150;

class Stage {
  readonly transcript: TranscriptLine[] = [];
  readonly steps: StepRecord[] = [];
  private readonly began = performance.now();
  /** How far the clock was moved, in ms. */
  private moved = 0;
  private execd: Execd = started;
  private now: Snapshot = unchanged;
  private readonly settings: Settings;

  constructor(
    private readonly subject: Subject,
    private readonly sandbox: Sandbox,
    private readonly heard: (line: TranscriptLine) => void,
  ) {
    const { name, timeout, version } = subject;
    this.settings = {
      version,
      commands: arCommands(`${responseName(timeout)} - ${name} - ${timeout}`, () => true),
      present: () => true,
      offenders: [],
    };
  }

  async play(act: Act): Promise<void> {
    if (act.kind === 'wait') return this.wait();
    const alert = act.about === 'the target' ? this.subject.alert : this.subject.other;
    if (alert) await this.add(alert, act.about);
  }

  private async add(alert: Alert, about: StepRecord['about']): Promise<void> {
    const { name, version, timeout, extraArgs, limits } = this.subject;
    const order = { version, name: responseName(timeout), executable: name, timeout, extraArgs, alert };
    const received = receive(queueMessage(order), this.settings);
    if (received.kind !== 'run') {
      const number = received.kind === 'refused' ? received.number : received.kind;
      throw new Error(t('Wazuh would not take this alert: ({0}).', number));
    }
    const { run } = received;
    const [at, before] = [this.clock, this.now];
    let unanswered: Snapshot | undefined;
    let answered: Answer | undefined;
    const conversation = await converse(
      this.sandbox.start(run.program, true),
      run.line,
      {
        answer: async (line) => {
          unanswered = await this.sandbox.look();
          answered = answer(this.execd, run, line, Math.floor(this.clock / 1000), this.settings);
          this.execd = answered.execd;
          return answered.line;
        },
        said: (from, line) => this.say(from, line),
        starves: (after) => this.note(starved(after)),
      },
      limits,
    );
    for (const line of conversation.more.split('\n').filter(Boolean).slice(0, 20))
      this.say('script', line, t('execd does not read this.'));
    await this.finish({ step: 'add', about, at, conversation, answer: answered, before, unanswered });
  }

  private async wait(): Promise<void> {
    const last = Math.max(...this.execd.pending.map(({ since, timeout }) => since + timeout + 1));
    if (Number.isFinite(last)) this.moved += Math.max(0, last * 1000 - this.clock);
    const { execd, due } = expire(this.execd, Math.floor(this.clock / 1000));
    this.execd = execd;
    for (const pending of due) await this.undo(pending);
  }

  private async undo({ program, message }: Pending): Promise<void> {
    const [at, before] = [this.clock, this.now];
    const clerk = { said: (from: TranscriptLine['from'], line: string) => this.say(from, line) };
    const conversation = await tell(this.sandbox.start(program, false), message, clerk, this.subject.limits);
    await this.finish({
      step: 'delete',
      about: 'the target',
      at,
      conversation,
      answer: undefined,
      before,
      unanswered: undefined,
    });
  }

  private async finish(step: Omit<StepRecord, 'after' | 'log'>): Promise<void> {
    this.now = await this.sandbox.look();
    if (this.now.processes.length > step.before.processes.length) {
      await sleep(SETTLE);
      this.now = await this.sandbox.look();
    }
    const [earlier, later] = [this.log(step.before), this.log(this.now)];
    const fresh = later.startsWith(earlier) ? later.slice(earlier.length) : later;
    this.steps.push({ ...step, after: this.now, log: fresh.split('\n').filter(Boolean) });
  }

  private log(snapshot: Snapshot): string {
    const file = found(snapshot, RESPONSE_LOG, this.sandbox.original);
    return file?.kind === 'file' ? file.content.toString() : '';
  }

  /** ms of the simulated clock since the session began. */
  private get clock(): number {
    return Math.round(performance.now() - this.began + this.moved);
  }

  private say(from: TranscriptLine['from'], line: string, note?: string): void {
    const said: TranscriptLine = { at: this.clock, from, line, ...(note === undefined ? {} : { note }) };
    this.transcript.push(said);
    this.heard(said);
  }

  /** Adds a note to what was said last. */
  private note(note: string): void {
    const said = this.transcript.pop();
    if (said) this.transcript.push({ ...said, note });
  }
}

function starved(after: number): string {
  return t(
    'After {0} s the script still waited for an end of its input, which execd never sends here. The dry run closed stdin to see the rest.',
    (after / 1000).toFixed(1),
  );
}

import { setTimeout as sleep } from 'node:timers/promises';
import { t } from '@vscode/l10n';
import type { Alert } from '../wazuh/alert';
import type { WazuhVersion } from '../wazuh/versions';
import { Clock } from './clock';
import { isLog } from './effects/aside';
import { found } from './effects/files';
import type { Snapshot } from './effects/snapshot';
import { arCommands, BIN } from './execd/ar-conf';
import { type Conversation, converse, tell } from './execd/conversation';
import {
  type Answer,
  answer,
  type Execd,
  expire,
  type Run,
  receive,
  type Settings,
  started,
  undoing,
} from './execd/execd';
import { queueMessage } from './execd/message';
import { Meeting } from './meeting';
import { Prover } from './proof/prover';
import type { Probe, Step, TranscriptLine } from './report';
import type { Limits } from './sandbox/limits';
import type { Sandbox } from './sandbox/sandbox';
import { RESPONSE_LOG } from './sandbox/seed/wazuh-home';
import type { About, Act, AlertAct, Scenario, Setting } from './scenarios/scenario';
import { followed } from './target';

/** One start of the script, and what it did. */
export interface StepRecord {
  readonly step: Step;
  /** Whether it is a `delete` for something that is not in force. */
  readonly undue: boolean;
  readonly about: About;
  /** The alert that it was started for. */
  readonly alert: Alert;
  /** ms of the simulated clock since the session began. */
  readonly at: number;
  /** The line that it got first. */
  readonly sent: string;
  readonly conversation: Conversation;
  /** Undefined for delete, and for a script that printed nothing. */
  readonly answer: Answer | undefined;
  readonly before: Snapshot;
  /** As it was when the script had printed its first line and was not yet answered. */
  readonly unanswered: Snapshot | undefined;
  readonly after: Snapshot;
  /** Lines added to active-responses.log, then those added to logs of the script's own. */
  readonly log: readonly string[];
  /** Lines added to active-responses.log. */
  readonly responseLog: readonly string[];
  /** False if the logs got more lines, or longer ones, than are kept. */
  readonly logWhole: boolean;
}

/** A scenario that was run. */
export interface Session {
  readonly scenario: Scenario;
  readonly setting: Setting;
  readonly transcript: readonly TranscriptLine[];
  readonly steps: readonly StepRecord[];
  /** Whether the attacker got through, around the steps. */
  readonly probes: readonly Probe[];
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

/** What happens while a scenario is played. */
export interface Audience {
  /** Called for each line as it is said. */
  heard(line: TranscriptLine): void;
  /** Awaited before each act. */
  pause(next: Act): Promise<void>;
}

/** Plays a scenario in a sandbox that is open and new. The sandbox stays open. */
export async function play(
  scenario: Scenario,
  setting: Setting,
  subject: Subject,
  sandbox: Sandbox,
  audience: Audience,
): Promise<Session> {
  const stage = new Stage(subject, setting, sandbox, audience);
  if (sandbox.kind === 'overlay') await stage.furnish(setting.foreign ?? []);
  for (const act of scenario.acts) {
    // A script that did not end once would not end the next time either.
    if (stage.steps.some(({ conversation }) => conversation.overdue)) break;
    await stage.clock.still(() => audience.pause(act));
    await stage.play(act);
  }
  const { transcript, steps, prover } = stage;
  return { scenario, setting, transcript, steps, probes: prover.probes, sandbox };
}

/** Processes that a script has started may end by themselves a moment after it. */
const SETTLE = 150;

/** Characters of what a step adds to logs that are looked at. */
const MOST_LOG = 131_072;

/** Why a script was started. */
type Cause = Pick<StepRecord, 'about' | 'alert'>;

class Stage {
  readonly transcript: TranscriptLine[] = [];
  readonly steps: StepRecord[] = [];
  readonly prover: Prover;
  readonly clock = new Clock();
  private execd: Execd = started;
  private now: Snapshot;
  private readonly settings: Settings;
  private readonly silent: boolean;
  /** What the pending responses are about, by key. */
  private readonly causes = new Map<string, Cause>();

  constructor(
    private readonly subject: Subject,
    { offenders = [], silent = false }: Setting,
    private readonly sandbox: Sandbox,
    private readonly audience: Audience,
  ) {
    this.now = sandbox.atStart;
    this.prover = new Prover(sandbox.attack);
    this.silent = silent;
    const { name, timeout, version } = subject;
    this.settings = {
      version,
      commands: arCommands(`${responseName(timeout)} - ${name} - ${timeout}`, () => true),
      present: () => true,
      offenders,
    };
  }

  /** Puts entries of others on the host: none of them is the script's doing. */
  async furnish(entries: readonly string[]): Promise<void> {
    if (entries.length === 0) return;
    const silent = { said: () => undefined };
    const shell = this.sandbox.start('/bin/sh', false);
    await this.clock.still(async () => {
      await tell(
        shell,
        entries.map((entry) => `{ ${entry}; } 2> /dev/null`).join('; '),
        silent,
        this.subject.limits,
      );
      this.now = await this.sandbox.look();
    });
  }

  async play(act: Act): Promise<void> {
    switch (act.kind) {
      case 'wait':
        return this.wait();
      case 'alert':
        return this.adds([act]);
      case 'alerts at once':
        return this.adds(act.alerts);
      case 'delete': {
        const cause = this.cause({ kind: 'alert', about: act.about });
        return cause && this.undo(cause, true, undoing(this.run(cause.alert), this.settings.version));
      }
      case 'line': {
        const cause = this.cause({ kind: 'alert', about: 'the target' });
        return cause && this.finish([await this.add(cause, new Meeting(1), act.line)]);
      }
    }
  }

  /** Undefined for another target where the alert has none. */
  private cause({ about, change = (alert) => alert }: AlertAct): Cause | undefined {
    const alert = about === 'the target' ? this.subject.alert : this.subject.other;
    return alert && { about, alert: change(alert) };
  }

  /** Starts the script for each alert, all at once. */
  private async adds(acts: readonly AlertAct[]): Promise<void> {
    const causes = acts.map((act) => this.cause(act)).filter((cause) => cause !== undefined);
    const meeting = new Meeting(causes.length);
    await this.clock.still(() => this.prover.before());
    await this.finish(await Promise.all(causes.map((cause) => this.add(cause, meeting))));
  }

  private run(alert: Alert): Run {
    const { name, version, timeout } = this.subject;
    const extraArgs = followed(this.subject.extraArgs, this.subject.alert, alert);
    const order = { version, name: responseName(timeout), executable: name, timeout, extraArgs, alert };
    const received = receive(queueMessage(order), this.settings);
    if (received.kind === 'run') return received.run;
    const number = received.kind === 'refused' ? received.number : received.kind;
    throw new Error(t('Wazuh would not take this alert: ({0}).', number));
  }

  /** @param line what the script gets, where that is not execd's message */
  private async add(cause: Cause, meeting: Meeting, line?: string): Promise<Unfinished> {
    const run = this.run(cause.alert);
    const [at, before] = [this.clock.ms, this.now];
    let unanswered: Snapshot | undefined;
    let answered: Answer | undefined;
    const conversation = await converse(
      this.sandbox.start(run.program, true),
      line ?? run.line,
      {
        answer: async (first) => {
          await meeting.everybody();
          unanswered = await this.clock.still(() => this.sandbox.look());
          answered = answer(this.execd, run, first, Math.floor(this.clock.ms / 1000), this.settings);
          this.execd = answered.execd;
          if (answered.word === 'continue') this.causes.set(answered.key, cause);
          return answered.line;
        },
        said: (from, said) => this.say(from, said),
        starves: (after) => this.note(starved(after)),
      },
      this.subject.limits,
      this.silent,
    ).finally(() => meeting.leave());
    for (const more of conversation.more.split('\n').filter(Boolean).slice(0, 20))
      this.say('script', more, t('execd does not read this.'));
    return {
      step: 'add',
      undue: false,
      ...cause,
      at,
      sent: line ?? run.line,
      conversation,
      answer: answered,
      before,
      unanswered,
    };
  }

  private async wait(): Promise<void> {
    const last = Math.max(...this.execd.pending.map(({ since, timeout }) => since + timeout + 1));
    if (Number.isFinite(last)) this.clock.moveTo(last * 1000);
    const { execd, due } = expire(this.execd, Math.floor(this.clock.ms / 1000));
    this.execd = execd;
    for (const { key, message } of due) {
      const cause = this.causes.get(key);
      if (cause) await this.undo(cause, false, message);
    }
  }

  private async undo(cause: Cause, undue: boolean, message: string): Promise<void> {
    const [at, before] = [this.clock.ms, this.now];
    const program = `${BIN}/${this.subject.name}`;
    const clerk = { said: (from: TranscriptLine['from'], line: string) => this.say(from, line) };
    const conversation = await tell(this.sandbox.start(program, false), message, clerk, this.subject.limits);
    await this.finish([
      {
        step: 'delete',
        undue,
        ...cause,
        at,
        sent: message,
        conversation,
        answer: undefined,
        before,
        unanswered: undefined,
      },
    ]);
  }

  /** Looks at what was done. Of several starts at once nobody can tell which did what: the last has the log. */
  private async finish(steps: readonly Unfinished[]): Promise<void> {
    const before = this.now;
    await this.clock.still(async () => {
      this.now = await this.sandbox.look();
      if (this.now.processes.length > before.processes.length) {
        await sleep(SETTLE);
        this.now = await this.sandbox.look();
      }
      for (const { step } of steps) await this.prover.after(step, before, this.now);
    });
    const added = this.textAdded(RESPONSE_LOG, before);
    const own = [...this.now.files.keys()].filter((path) => path !== RESPONSE_LOG && isLog(path));
    const all = [added, ...own.map((path) => this.textAdded(path, before))].join('\n');
    const [responseLog, log] = [firstLines(added), firstLines(all)];
    const logWhole = all.length <= MOST_LOG;
    steps.forEach((step, index) => {
      const isLast = index === steps.length - 1;
      this.steps.push({
        ...step,
        after: this.now,
        log: isLast ? log : [],
        responseLog: isLast ? responseLog : [],
        logWhole,
      });
    });
  }

  private textAdded(path: string, before: Snapshot): string {
    const [earlier, later] = [before, this.now].map((snapshot) => {
      const file = found(snapshot, path, this.sandbox.original);
      return file?.kind === 'file' ? file.content.toString() : '';
    });
    if (earlier === undefined || later === undefined) return '';
    return later.startsWith(earlier) ? later.slice(earlier.length) : later;
  }

  private say(from: TranscriptLine['from'], line: string, note?: string): void {
    const said: TranscriptLine = { at: this.clock.ms, from, line, ...(note === undefined ? {} : { note }) };
    this.transcript.push(said);
    this.audience.heard(said);
  }

  /** Adds a note to what was said last. */
  private note(note: string): void {
    const said = this.transcript.pop();
    if (said) this.transcript.push({ ...said, note });
  }
}

/** A start of the script whose traces were not looked at yet. */
type Unfinished = Omit<StepRecord, 'after' | 'log' | 'responseLog' | 'logWhole'>;

/** Lines of what was added to a log, up to as much as a person would read. */
function firstLines(added: string): readonly string[] {
  return added.slice(0, MOST_LOG).split('\n').filter(Boolean);
}

function starved(after: number): string {
  return t(
    'After {0} s the script still waited for an end of its input, which execd never sends here. The dry run closed stdin to see the rest.',
    (after / 1000).toFixed(1),
  );
}

import type { Snapshot } from '../effects/snapshot';
import type { Probe, Step } from '../report';
import type { Attack } from '../sandbox/sandbox';
import { portOf } from './rules';

/** Tries around the steps of a session whether the attacker gets through to the host. */
export class Prover {
  readonly probes: Probe[] = [];
  private port: number;

  constructor(private readonly attack: Attack) {
    this.port = attack.kind === 'possible' ? attack.port : 0;
  }

  /** Before the script is started for the first time. */
  async before(): Promise<void> {
    await this.probe('before add');
  }

  /** After the script has run for a step. As long as it changed no firewall rule and no route, all is as it was. */
  async after(step: Step, before: Snapshot, after: Snapshot): Promise<void> {
    if (this.probes.length < 2 && before.inForce.join('\n') === after.inForce.join('\n')) return;
    // A rule may be about one port alone: where the alert does not say which was attacked, that is the one to try.
    if (this.attack.kind === 'possible' && !this.attack.isSaid)
      this.port = portOf(after.inForce.filter((rule) => !before.inForce.includes(rule))) ?? this.port;
    await this.probe(`after ${step}`);
  }

  private async probe(when: Probe['when']): Promise<void> {
    if (this.attack.kind === 'none' || this.probes.some((probe) => probe.when === when)) return;
    this.probes.push({ when, port: this.port, reached: await this.attack.reaches(this.port) });
  }
}

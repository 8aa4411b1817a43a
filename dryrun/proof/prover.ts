import type { Snapshot } from '../effects/snapshot';
import type { Probe, Step } from '../report';
import type { Attack } from '../sandbox/sandbox';

/** Tries around the steps of a session whether the attacker gets through to the host. */
export class Prover {
  readonly probes: Probe[] = [];

  constructor(private readonly attack: Attack) {}

  /** Before the script is started for the first time. */
  async before(): Promise<void> {
    await this.probe('before add');
  }

  /** After the script has run for a step. Where it changed no firewall rule and no route, all is as it was. */
  async after(step: Step, before: Snapshot, after: Snapshot): Promise<void> {
    if (before.inForce.join('\n') !== after.inForce.join('\n')) await this.probe(`after ${step}`);
  }

  private async probe(when: Probe['when']): Promise<void> {
    if (this.attack.kind === 'none' || this.probes.some((probe) => probe.when === when)) return;
    this.probes.push({ when, reached: await this.attack.reaches() });
  }
}

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

  /**
   * After the script has run for a step.
   * @param changed whether it changed a firewall rule or a route: if not, everything is as it was and need not be tried
   */
  async after(step: Step, changed: boolean): Promise<void> {
    if (changed) await this.probe(`after ${step}`);
  }

  private async probe(when: Probe['when']): Promise<void> {
    if (this.attack.kind === 'none' || this.probes.some((probe) => probe.when === when)) return;
    this.probes.push({ when, reached: await this.attack.reaches() });
  }
}

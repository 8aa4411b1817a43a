// Opens a sandbox in a process of its own, lets a text run in it, and prints what came of it, as JSON.
import { readFileSync } from 'node:fs';
import { inside, type Ran } from '../../dryrun/sandbox/for-tests';
import { SandboxRefused } from '../../dryrun/sandbox/sandbox';
import { family } from '../../dryrun/sandbox/waiting';
import type { Order, Outcome } from './order';

async function outcome({ text, ...options }: Order): Promise<Outcome> {
  try {
    const { said, exit }: Ran = await inside(text, options.limits, options);
    const left = family(process.pid)
      .slice(1)
      .map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    if (left.length > 0) throw new Error(`It left: ${left.join('; ')}`);
    return { kind: 'ran', said, exit };
  } catch (problem) {
    if (!(problem instanceof SandboxRefused)) throw problem;
    return { kind: 'refused', reason: problem.reason, wayOut: problem.wayOut };
  }
}

outcome(JSON.parse(process.argv[2] ?? '')).then((came) => console.log(JSON.stringify(came)));

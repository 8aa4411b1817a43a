import { describe, expect, it } from 'vitest';
import { Steps } from './steps';

/** Three acts, and what was told meanwhile; `press` is called whenever the run waits. */
async function walked(press: (steps: Steps, next: string) => void): Promise<readonly (string | undefined)[]> {
  const told: (string | undefined)[] = [];
  const steps: Steps = new Steps((next) => {
    told.push(next);
    if (next !== undefined) setTimeout(() => press(steps, next));
  });
  for (const act of ['add', 'wait', 'delete']) await steps.wait(act);
  return told;
}

describe('going step by step', () => {
  it('waits before each act', async () => {
    const told = await walked((steps) => steps.next(false));
    expect(told).toEqual(['add', undefined, 'wait', undefined, 'delete', undefined]);
  });

  it('does not wait again once the end is wanted', async () => {
    expect(await walked((steps) => steps.next(true))).toEqual(['add', undefined]);
  });
});

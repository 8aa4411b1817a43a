import { expect, it } from 'vitest';
import { Clock } from './clock';

/** A clock, and the real time that it goes by. */
function clock() {
  const real = { ms: 5000 };
  return { real, clock: new Clock(() => real.ms) };
}

/** A promise that is settled from outside. */
function resolvers() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
}

it('runs with the real time, and can be moved forward', () => {
  const { real, clock: one } = clock();
  real.ms += 40;
  expect(one.ms).toBe(40);
  one.moveTo(601_000);
  expect(one.ms).toBe(601_000);
  one.moveTo(10);
  real.ms += 5;
  expect(one.ms).toBe(601_005);
});

it('stands still while somebody is at work, several at a time too', async () => {
  const { real, clock: one } = clock();
  const work = resolvers();
  const other = resolvers();
  const both = [one.still(() => work.promise), one.still(() => other.promise)];
  real.ms += 100;
  expect(one.ms).toBe(0);
  work.resolve();
  await both[0];
  real.ms += 100;
  expect(one.ms).toBe(0);
  other.resolve();
  await both[1];
  real.ms += 7;
  expect(one.ms).toBe(7);
});

it('goes on when the work fails', async () => {
  const { real, clock: one } = clock();
  await expect(one.still(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  real.ms += 3;
  expect(one.ms).toBe(3);
});

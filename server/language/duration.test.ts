import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inWords, secondsOf } from './duration';

describe('inWords', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [60, '1 minute'],
    [90, '1 minute 30 seconds'],
    [600, '10 minutes'],
    [3600, '1 hour'],
    [86_400, '1 day'],
    [604_800, '1 week'],
    [694_861, '1 week 1 day 1 hour 1 minute 1 second'],
    [2_419_200, '4 weeks'],
  ])('%i s', (seconds, expected) => {
    expect(inWords(seconds)).toBe(expected);
  });

  it('leaves nothing out', () => {
    const size = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 };
    fc.assert(
      fc.property(fc.nat(), (seconds) => {
        const sum = [...inWords(seconds).matchAll(/(\d+) (second|minute|hour|day|week)/g)].reduce(
          (total, [, count, unit]) => total + Number(count) * size[unit as keyof typeof size],
          0,
        );
        expect(sum).toBe(seconds);
      }),
    );
  });
});

describe('secondsOf', () => {
  it.each([
    ['10', 10],
    ['10s', 10],
    [' 10m', 600],
    ['2h', 7200],
    ['1d', 86_400],
    ['1w', 604_800],
    ['1M', undefined],
    ['m', undefined],
    ['', undefined],
    ['10 m', undefined],
  ])('%s', (text, expected) => {
    expect(secondsOf(text)).toBe(expected);
  });
});

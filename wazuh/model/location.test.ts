import { describe, expect, it } from 'vitest';
import { runsAt, targets } from './location';

describe('a location', () => {
  it.each([
    ['local', 'local', 'local'],
    ['Local', 'local', 'local'],
    ['localhost', 'local', 'local'],
    ['server', 'server', 'server'],
    ['AS', 'server', 'server'],
    ['base', 'server', 'server'],
    ['analysis-server', 'server', 'server'],
    ['small', 'all', 'all'],
    ['company', 'all', 'all'],
    ['defined-agent', 'defined-agent', 'defined-agent'],
    ['local,server', 'server local', 'server'],
    ['local|all', 'local all', 'all'],
    ['defined-agent,local', 'local defined-agent', 'defined-agent'],
    ['agent', '', undefined],
    ['manager', '', undefined],
    [' ', '', undefined],
  ])('%j names %j and runs at %s', (text, named, place) => {
    expect(targets(text).join(' ')).toBe(named);
    expect(runsAt(targets(text))).toBe(place);
  });
});

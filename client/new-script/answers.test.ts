import { describe, expect, it } from 'vitest';
import { templates } from '../../scaffold';
import { problemWithName, questions, requestOf, templatesOf, typedSeconds } from './answers';

describe('the questions', () => {
  it('ask for a timeout only where something is undone', () => {
    expect(questions({ stateful: true })).toContain('timeout');
    expect(questions({ stateful: false })).not.toContain('timeout');
    expect(questions({})).toHaveLength(7);
  });

  it('offer every template once', () => {
    const offered = [...templatesOf(true), ...templatesOf(false)].map(({ id }) => id);
    expect(offered.toSorted()).toEqual(
      templates()
        .map(({ id }) => id)
        .toSorted(),
    );
  });
});

describe('the request', () => {
  const answers = { template: 'block-ip', language: 'python', name: 'block-ip', rule: 5712 } as const;

  it('is what was answered', () => {
    expect(requestOf({ ...answers, timeout: 600 })).toEqual({
      template: 'block-ip',
      language: 'python',
      name: 'block-ip',
      where: { location: 'local' },
      when: { rulesId: [5712] },
      timeout: 600,
    });
  });

  it('forgets the timeout of a template that was chosen before', () => {
    expect(requestOf({ ...answers, template: 'notify', timeout: 600 })).not.toHaveProperty('timeout');
  });

  it('waits for every answer', () => {
    for (const missing of Object.keys(answers)) {
      const known = Object.entries(answers).filter(([question]) => question !== missing);
      expect(requestOf(Object.fromEntries(known))).toBeUndefined();
    }
  });
});

describe('a name', () => {
  const taken = { reserved: ['firewall-drop'], defined: new Set(['old-one']) };
  it.each([
    ['block-ip', undefined],
    ['block-ip.py', undefined],
    ['old-one.py', 'ossec.conf has a command called old-one already.'],
    ['old-one', 'ossec.conf has a command called old-one already.'],
  ])('%s: %s', (name, problem) => {
    expect(problemWithName(name, 'python', taken)).toBe(problem);
  });

  it.each(['', '../x', 'a b', 'firewall-drop', 'foo1'])('%j is refused', (name) => {
    expect(problemWithName(name, 'python', taken)).toEqual(expect.any(String));
  });
});

describe('a typed timeout', () => {
  it.each([
    ['600', 600],
    ['10m', 600],
    [' 2 H ', 7200],
    ['1d', 86_400],
    ['0', undefined],
    ['-5', undefined],
    ['ten', undefined],
    ['', undefined],
    ['99999999999', undefined],
  ])('%j means %s seconds', (text, seconds) => {
    expect(typedSeconds(text)).toBe(seconds);
  });
});

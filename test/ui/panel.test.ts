import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { finished, running, type Trial } from '../../client/panel/state-of';
import type { Report, TranscriptLine } from '../../dryrun';
import { openWindow, type Window } from '../host/browser';
import { PanelPage } from './panel-page';
import { themes } from './themes';

const trial: Trial = {
  subject: {
    script: 'block-ip.py',
    facts: 'stateful · 600 s',
    alert: 'Rule 5712 · SSH brute force with user names that do not exist · 203.0.113.45',
    scenarios: [
      { name: '', label: 'usual run', summary: 'An alert, and delete when its time is over.' },
      { name: 'abort', label: 'abort', summary: 'The same target twice.' },
      { name: 'delete-without-add', label: 'delete-without-add', summary: 'delete alone.' },
    ],
    scenario: '',
  },
  timeout: 600,
};

function message(at: number, from: TranscriptLine['from'], command: string): TranscriptLine {
  const alert = { rule: { id: '5712' }, data: { srcip: '203.0.113.45' } };
  return { at, from, line: JSON.stringify({ command, parameters: { alert, keys: ['203.0.113.45'] } }) };
}

const transcript = [
  message(3, 'execd', 'add'),
  message(40, 'script', 'check_keys'),
  message(41, 'execd', 'continue'),
  message(601_002, 'execd', 'delete'),
];
const rule = `iptables INPUT -s 203.0.113.45/32 -m comment --comment "${'long'.repeat(20)}" -j DROP`;
const exit = { code: 0, signal: null };
const report: Report = {
  script: '/w/block-ip.py',
  scenario: 'add-delete',
  sandbox: 'overlay',
  verdict: 'failed',
  expected: 'blocks the address',
  expectedFrom: 'run',
  why: 'The key is the rule id.',
  transcript,
  effects: [
    { step: 'add', kind: 'firewall', what: rule, change: 'added' },
    { step: 'add', kind: 'changed', what: '/etc/hosts.deny', diff: '--- a\n+++ b\n@@ -1 +1,2 @@\n a\n+b\n' },
    { step: 'delete', kind: 'firewall', what: rule, change: 'removed' },
  ],
  reverted: false,
  proof: {
    kind: 'tried',
    address: '203.0.113.45',
    probes: [
      { when: 'before add', port: 22, reached: true },
      { when: 'after add', port: 22, reached: false },
      { when: 'after delete', port: 22, reached: false },
    ],
  },
  findings: [
    {
      code: 'not-reverted',
      message: 'delete does not take back everything. Take out what add put in.',
      evidence: '/etc/hosts.deny',
      line: 40,
      seen: 'in a run',
    },
  ],
  log: ['2026/11/24 03:01:12 active-response/bin/block-ip.py: Blocked 203.0.113.45'],
  exit,
  steps: [
    { step: 'add', at: 2, answer: 'continue', exit, ms: 66, stderr: 'oops' },
    { step: 'delete', at: 601_000, answer: null, exit, ms: 30, stderr: '' },
  ],
  lent: [],
  whole: true,
  ms: 900,
};
const over = finished(trial, report, new Map([['not-reverted', 'Take it out on delete']]));

const open = finished(trial, {
  ...report,
  verdict: 'not shown',
  why: 'jq is not on this machine, so nothing can be seen of what it does. Install it, and try again.',
  effects: [],
  findings: [],
  reverted: null,
});

describe('the panel', () => {
  let browser: Window;
  let page: Page;
  let panel: PanelPage;

  beforeAll(async () => {
    browser = await openWindow();
    page = browser.page;
  });
  beforeEach(async () => {
    await page.setViewportSize({ width: 610, height: 900 });
    panel = await PanelPage.open(page, themes['Dark Modern']);
  });
  afterAll(() => browser.browser.close());

  it.each([320, 610, 1180])('moves nothing while lines arrive, %i pixels wide', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await panel.show(running(trial, []));
    const [header, ...headings] = await panel.tops();
    for (let heard = 1; heard <= transcript.length; heard++) {
      await panel.show(running(trial, transcript.slice(0, heard)));
      const tops = await panel.tops();
      expect(tops[0]).toBe(header);
      expect(tops.slice(-headings.length + 1)).toEqual(headings.slice(1));
    }
    const before = (await panel.tops()).slice(0, 7);
    await panel.show(over);
    expect((await panel.tops()).slice(0, before.length)).toEqual(before);
  });

  it.each([300, 400, 610, 860, 1400])('needs no scrolling sideways, %i pixels wide', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await panel.show(over);
    expect(await panel.sideways()).toBeLessThanOrEqual(0);
  });

  it.each(Object.entries(themes))('can be read in %s', async (_, theme) => {
    panel = await PanelPage.open(page, theme);
    for (const state of [over, open]) {
      await panel.show(state);
      expect(await panel.faintWords()).toEqual([]);
    }
  });

  it('tells what is not shown by more than a colour, and offers ways out', async () => {
    await panel.show(over);
    const looks = () =>
      page.locator('#verdict').evaluate((pill) => [pill.textContent, getComputedStyle(pill).borderStyle]);
    expect(await looks()).toEqual(['✕Failed · 1 finding', 'solid']);
    expect(await page.locator('#other-alert').isVisible()).toBe(false);
    await panel.show(open);
    expect(await looks()).toEqual(['○Not shown', 'dashed']);
    expect(await page.locator('#expected').textContent()).toContain('blocks the address (as seen in');
    expect(await page.locator('#why').textContent()).toContain('jq is not on this machine');
    await page.locator('#verdict').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('judged');
    await page.locator('#other-alert').click();
    await page.locator('#say-expected').click();
    expect((await panel.said()).slice(1)).toEqual([{ type: 'changeAlert' }, { type: 'sayExpected' }]);
  });

  it('cannot be read in a theme that has grey on grey', async () => {
    panel = await PanelPage.open(page, {
      ...themes['Dark Modern'],
      '--vscode-descriptionForeground': '#666',
    });
    await panel.show(over);
    expect(await panel.faintWords()).not.toEqual([]);
  });

  it('keeps open what was opened, and the focus where it was', async () => {
    await panel.show(running(trial, transcript.slice(0, 2)));
    await page.locator('#rows summary').first().click();
    await panel.show(running(trial, transcript.slice(0, 3)));
    await panel.show(over);
    await page.locator('#rows details[open] pre', { hasText: '"command": "add"' }).waitFor();
    expect(
      await page
        .locator('#rows summary')
        .first()
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
  });

  it('is used by keyboard alone', async () => {
    await panel.show(over);
    const reached: string[] = [];
    for (let key = 0; key < 20; key++) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
    }
    for (const name of [
      'Change Alert…',
      'As delete',
      'Run Again',
      'Say What It Should Do…',
      'Line 41',
      'not-reverted',
      'Take it out on delete',
    ])
      expect(reached).toContain(name);
  });

  it('asks for the run that is chosen', async () => {
    await panel.show(over);
    await page.locator('#scenario').selectOption('abort');
    await page.locator('#stepping').check();
    await page.locator('#run-again').click();
    await page.locator('#as-delete').click();
    expect(await panel.said()).toEqual([
      { type: 'ready' },
      { type: 'run', scenario: 'abort', stepping: true },
      { type: 'run', scenario: 'delete-without-add', stepping: true },
    ]);
  });

  it('goes on step by step with one key', async () => {
    await panel.show(running(trial, transcript.slice(0, 3), 'Next: 600 s pass.'));
    await page.locator('.held button:focus').waitFor();
    await page.keyboard.press('Enter');
    expect(await panel.said()).toEqual([{ type: 'ready' }, { type: 'next', toEnd: false }]);
  });

  it('leads from a finding to its line, its page and its fix', async () => {
    await panel.show(over);
    for (const name of ['Line 41', 'not-reverted', 'Take it out on delete'])
      await page.locator('.finding button', { hasText: name }).click();
    expect((await panel.said()).slice(1)).toEqual([
      { type: 'openLine', line: 40 },
      { type: 'explain', code: 'not-reverted' },
      { type: 'fix', code: 'not-reverted' },
    ]);
  });
});

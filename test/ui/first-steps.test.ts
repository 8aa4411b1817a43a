import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Installed, openInstalled } from './installed';
import type { EditorWindow } from './window';

/** What a user does in the first minutes, by mouse and keyboard, with the packaged extension in the real VS Code. */
describe('the first steps', () => {
  let installed: Installed;
  let page: Page;
  let editor: EditorWindow;
  let configuration: string;

  /** The line of the configuration, from 1, that holds a text. */
  function lineOf(text: string): number {
    const before = readFileSync(configuration, 'utf8').split(text)[0] ?? '';
    return before.split('\n').length;
  }

  beforeAll(async () => {
    installed = await openInstalled();
    ({ page, editor } = installed);
    configuration = path.join(installed.demo, 'ossec.conf');
  });

  afterEach(({ task }) => editor.keepFailure(task));
  afterAll(() => installed?.close());

  it('1. underlines the mistakes and says what Wazuh will do', async () => {
    await editor.open('ossec.conf');
    await editor.goTo(lineOf('firewal-drop<'), 5);
    await page.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
    await editor.hover('firewal-drop', 'Wazuh will not start');
    await editor.leave();
    await editor.run('View: Toggle Primary Side Bar Visibility');
    // The message between the lines, so that it hides none.
    await page.keyboard.press('F8');
    await page.locator('.marker-widget', { hasText: 'Wazuh will not start' }).waitFor();
    await editor.picture('mistake', { width: 1600 });
    await page.keyboard.press('Escape');
    await editor.run('View: Toggle Primary Side Bar Visibility');
  });

  it('2. explains a rule, and finds one by words', async () => {
    await editor.goTo(lineOf('5712,5763'), 5);
    await editor.hover('5712', 'T1110');
    await editor.picture('rule');
    await editor.goTo(lineOf('100200</rules_id>'), 15);
    for (const _digit of '100200') await page.keyboard.press('Delete');
    await page.keyboard.type('ssh brute', { delay: 60 });
    await page.locator('.suggest-widget .monaco-list-row', { hasText: '5712' }).first().waitFor();
    await editor.picture('completion');
    await page.keyboard.press('Escape');
    await editor.run('File: Revert File');
  });

  it('3. writes a script and binds it to a rule', async () => {
    await editor.run('New Active Response Script');
    for (const [step, answer] of [
      ['1/7', 'Stateful'],
      ['2/7', 'Block'],
      ['3/7', 'Python'],
    ] as const) {
      await editor.asked(step);
      await editor.answer(answer);
    }
    await editor.asked('4/7');
    await editor.type('block-ip');
    await editor.asked('5/7');
    await editor.answer('5712');
    await editor.asked('6/7');
    await editor.answer('600');
    await editor.asked('7/7');
    await editor.answer('active-response/bin');
    await editor.asked('Add <command> and <active-response>');
    await editor.answer('Insert');
    // The last thing that takes the focus: an input opened before it would be closed.
    await page.locator('.tab.active', { hasText: 'ossec.conf' }).waitFor();
    await editor.run('File: Save All Files');
    await expect
      .poll(() => readFileSync(configuration, 'utf8'), { timeout: 15_000 })
      .toContain('<executable>block-ip.py</executable>');
    expect(readFileSync(path.join(installed.demo, 'active-response/bin/block-ip.py'), 'utf8')).toMatch(/^#!/);
    await editor.picture('new-script');
  });

  it('4. tries the script, and shows what it did', async () => {
    await editor.open('block-ip.py');
    // Room for the script and the panel side by side.
    await editor.run('View: Toggle Primary Side Bar Visibility');
    await editor.clickLens('Dry run');
    await editor.asked('Which Alert?');
    await page.keyboard.press('Enter');
    const panel = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await panel.locator('#verdict', { hasText: 'Passed' }).waitFor({ timeout: 60_000 });
    await panel.locator('#rows', { hasText: 'check_keys' }).waitFor();
    await editor.run('Notifications: Clear All Notifications');
    await editor.picture('dry-run', { height: 1000 });
  });

  it('5. tries every script in every way, as tests', async () => {
    await editor.run('View: Toggle Primary Side Bar Visibility');
    await editor.run('View: Close All Editor Groups');
    await editor.open('custom-ar.py');
    await page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
    // The next problem, and the next: what is shown is that of the read.
    const told = page.locator('.marker-widget', { hasText: 'this read never ends' });
    await expect
      .poll(
        async () => {
          await page.keyboard.press('F8');
          return told.isVisible();
        },
        { timeout: 30_000, interval: 1000 },
      )
      .toBe(true);
    await editor.picture('script', { width: 1600 });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    await page.locator('.context-view .action-widget', { hasText: 'Read one line' }).first().waitFor();
    await page.keyboard.press('Escape');
    await editor.run('Testing: Focus on Test Explorer View');
    const tree = page.locator('.test-explorer-tree');
    const row = (text: string) => tree.locator('.monaco-list-row', { hasText: text });
    await row('custom-ar.py').first().waitFor({ timeout: 30_000 });
    await editor.run('Test: Run All Tests');
    await row('custom-ar.py').locator('.codicon-testing-failed-icon').first().waitFor({ timeout: 90_000 });
    await row('block-ip.py').locator('.codicon-testing-passed-icon').first().waitFor({ timeout: 90_000 });
    await row('deny-host.py').locator('.codicon-testing-passed-icon').first().waitFor({ timeout: 90_000 });
    await row('custom-ar.py').first().click();
    await page.keyboard.press('ArrowRight');
    await row('malformed-json').waitFor();
    await editor.picture('tests');
  });

  it('6. does the same on a terminal', () => {
    const cli = path.join(installedExtension(), 'dist/cli.js');
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [cli, ...args], { cwd: installed.demo, encoding: 'utf8' });
    const checked = run('check', 'ossec.conf');
    expect(checked.stdout).toContain('(1303)');
    expect(checked.status).toBe(1);
    const tried = run(
      'dry-run',
      'active-response/bin/block-ip.py',
      '--rule',
      '5712',
      '--timeout',
      '600',
      '--format',
      'json',
    );
    expect(JSON.parse(tried.stdout)).toMatchObject({ verdict: 'passed', reverted: true, findings: [] });
    expect(tried.status).toBe(0);
  });

  /** The folder that VS Code unpacked the package into. */
  function installedExtension(): string {
    const folder = path.join(installed.profile, 'extensions');
    const name = readdirSync(folder).find((one) => one.startsWith('active-response-for-wazuh.'));
    return path.join(folder, name ?? 'not installed');
  }
});

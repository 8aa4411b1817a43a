import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { installHost } from '../../build/editor/install.mjs';
import { installExtension, type Server, startServer } from '../../build/editor/server';
import { openWindow, type Window, workbenchAddress } from '../host/browser';
import { EditorWindow } from './window';

const root = path.resolve(import.meta.dirname, '../..');

/** What a user does in the first minutes, by mouse and keyboard, with the packaged extension in the real VS Code. */
describe('the first steps', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'wazuh-ui-'));
  const demo = path.join(scratch, 'demo');
  const profile = path.join(scratch, 'profile');
  const configuration = path.join(demo, 'ossec.conf');
  let server: Server;
  let shown: Window;
  let editor: EditorWindow;

  /** The line of the configuration, from 1, that holds a text. */
  function lineOf(text: string): number {
    const before = readFileSync(configuration, 'utf8').split(text)[0] ?? '';
    return before.split('\n').length;
  }

  beforeAll(async () => {
    cpSync(path.join(root, 'demo'), demo, { recursive: true });
    const host = installHost(console.log);
    await installExtension(host, profile, path.join(root, 'out/active-response-for-wazuh.vsix'));
    server = await startServer({
      host,
      profile,
      builtIn: 'all',
      trusted: true,
      testDriver: false,
      settings: {
        'workbench.colorTheme': 'Default Dark Modern',
        'workbench.layoutControl.enabled': false,
        'window.commandCenter': false,
        'window.menuBarVisibility': 'hidden',
        'editor.minimap.enabled': false,
        'editor.cursorBlinking': 'solid',
        'editor.fontFamily': "'DejaVu Sans Mono'",
        'breadcrumbs.enabled': false,
        'testing.automaticallyOpenTestResults': 'neverOpen',
      },
    });
    shown = await openWindow();
    editor = new EditorWindow(shown.page);
    await shown.page.goto(workbenchAddress(server.port, demo));
    await shown.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await editor.screenshot(path.join(root, 'out/ui-failure.png'));
  });

  afterAll(async () => {
    await shown?.browser.close();
    await server?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('1. underlines the mistakes and says what Wazuh will do', async () => {
    await editor.open('ossec.conf');
    await editor.goTo(lineOf('firewal-drop<'), 5);
    await shown.page.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
    await editor.hover('firewal-drop', 'Wazuh will not start');
    await editor.leave();
    await editor.run('View: Toggle Primary Side Bar Visibility');
    // The message between the lines, so that it hides none.
    await shown.page.keyboard.press('F8');
    await shown.page.locator('.marker-widget', { hasText: 'Wazuh will not start' }).waitFor();
    await editor.picture('mistake', { width: 1480 });
    await shown.page.keyboard.press('Escape');
    await editor.run('View: Toggle Primary Side Bar Visibility');
  });

  it('2. explains a rule, and finds one by words', async () => {
    await editor.goTo(lineOf('5712,5763'), 5);
    await editor.hover('5712', 'T1110');
    await editor.picture('rule');
    await editor.goTo(lineOf('100200</rules_id>'), 15);
    for (const _digit of '100200') await shown.page.keyboard.press('Delete');
    await shown.page.keyboard.type('ssh brute', { delay: 60 });
    await shown.page.locator('.suggest-widget .monaco-list-row', { hasText: '5712' }).first().waitFor();
    await editor.picture('completion');
    await shown.page.keyboard.press('Escape');
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
    await shown.page.locator('.tab.active', { hasText: 'ossec.conf' }).waitFor();
    await editor.run('File: Save All Files');
    await expect
      .poll(() => readFileSync(configuration, 'utf8'), { timeout: 15_000 })
      .toContain('<executable>block-ip.py</executable>');
    expect(readFileSync(path.join(demo, 'active-response/bin/block-ip.py'), 'utf8')).toMatch(/^#!/);
    await editor.picture('new-script');
  });

  it('4. tries the script, and shows what it did', async () => {
    await editor.open('block-ip.py');
    // Room for the script and the panel side by side.
    await editor.run('View: Toggle Primary Side Bar Visibility');
    await editor.clickLens('Dry run');
    await editor.asked('Which Alert?');
    await shown.page.keyboard.press('Enter');
    const panel = shown.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await panel.locator('#verdict', { hasText: 'Passed' }).waitFor({ timeout: 60_000 });
    await panel.locator('#rows', { hasText: 'check_keys' }).waitFor();
    await editor.run('Notifications: Clear All Notifications');
    await editor.picture('dry-run', { height: 1000 });
  });

  it('5. tries every script in every way, as tests', async () => {
    await editor.run('View: Toggle Primary Side Bar Visibility');
    await editor.run('View: Close All Editor Groups');
    await editor.open('custom-ar.py');
    await shown.page.locator('.squiggly-warning').first().waitFor({ timeout: 30_000 });
    await shown.page.keyboard.press('F8');
    await shown.page.keyboard.press('Escape');
    await shown.page.keyboard.press('Control+.');
    await shown.page.locator('.context-view .action-widget').first().waitFor();
    await editor.picture('script');
    await shown.page.keyboard.press('Escape');
    await editor.run('Testing: Focus on Test Explorer View');
    const tree = shown.page.locator('.test-explorer-tree');
    const row = (text: string) => tree.locator('.monaco-list-row', { hasText: text });
    await row('custom-ar.py').first().waitFor({ timeout: 30_000 });
    await editor.run('Test: Run All Tests');
    await row('custom-ar.py').locator('.codicon-testing-failed-icon').first().waitFor({ timeout: 90_000 });
    await row('block-ip.py').locator('.codicon-testing-passed-icon').first().waitFor({ timeout: 90_000 });
    await row('deny-host.py').locator('.codicon-testing-passed-icon').first().waitFor({ timeout: 90_000 });
    await row('custom-ar.py').first().click();
    await shown.page.keyboard.press('ArrowRight');
    await row('malformed-json').waitFor();
    await editor.picture('tests');
  });

  it('6. does the same on a terminal', () => {
    const cli = path.join(installedExtension(), 'dist/cli.js');
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [cli, ...args], { cwd: demo, encoding: 'utf8' });
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
    const folder = path.join(profile, 'extensions');
    const name = readdirSync(folder).find((one) => one.startsWith('active-response-for-wazuh.'));
    return path.join(folder, name ?? 'not installed');
  }
});

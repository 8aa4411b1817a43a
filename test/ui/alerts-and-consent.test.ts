import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Installed, openInstalled } from './installed';
import type { EditorWindow } from './window';

/** A file of alerts as a manager writes it, one a line. */
function alerts(count: number): string {
  const line = (n: number) => {
    const rule = { id: String(5700 + (n % 20)), level: n % 15, description: `Something of kind ${n % 20}` };
    return JSON.stringify({
      rule,
      agent: { id: '001', name: `web-${n % 7}` },
      data: { srcip: `203.0.113.${n % 250}` },
    });
  };
  return `${Array.from({ length: count }, (_, n) => line(n)).join('\n')}\n`;
}

describe('alerts and consent', () => {
  let installed: Installed;
  let page: Page;
  let editor: EditorWindow;
  let panel: FrameLocator;

  beforeAll(async () => {
    installed = await openInstalled((demo) => {
      mkdirSync(path.join(demo, 'logs'));
      writeFileSync(path.join(demo, 'logs/alerts.json'), alerts(50_000));
    });
    ({ page, editor } = installed);
    panel = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  });
  afterEach(({ task }) => editor.keepFailure(task));
  afterAll(() => installed?.close());

  it('completes an alert by its schema', async () => {
    await editor.open('web-attack.alert.json');
    await editor.cursorInFirstLine(1);
    await page.keyboard.type('\n  "', { delay: 60 });
    await editor.suggested('syscheck');
    await page.keyboard.press('Escape');
    await editor.run('File: Revert File');
  });

  it('takes an alert out of alerts.json, found while typing', async () => {
    await editor.open('deny-host.py');
    await editor.clickLens('Dry run');
    await editor.asked('Run It as Which Response?');
    await page.keyboard.press('Enter');
    await editor.asked('Which Alert?');
    await editor.answer('A Line of logs/alerts.json');
    await editor.asked('Which Alert of logs');
    await editor.row('Something of kind 19').first().waitFor();
    await editor.fill('rule:5712 agent:web-3 203.0.113.12');
    await editor.row('rule 5712').first().waitFor();
    await editor.picture('alerts');
    await editor.row('203.0.113.12').first().click();
    await panel.locator('#alert', { hasText: 'Something of kind 12' }).waitFor();
    await panel.locator('#verdict', { hasText: /Passed|Failed|Not shown/ }).waitFor({ timeout: 60_000 });
  });

  it('goes through a run step by step', async () => {
    await panel.locator('#stepping').check();
    await panel.locator('#run-again').click();
    await panel.locator('.held', { hasText: 'the alert about 203.0.113.12' }).waitFor();
    expect(await panel.locator('#rows .message').count()).toBe(0);
    await panel.locator('.held button').first().click();
    await panel.locator('.held', { hasText: 's pass' }).waitFor();
    await panel.locator('.held button').last().click();
    await panel.locator('#verdict', { hasText: /Passed|Failed|Not shown/ }).waitFor();
    await panel.locator('#stepping').uncheck();
  });

  it('asks before it runs without a sandbox, keeps the answer, and takes it back', async () => {
    writeFileSync(
      path.join(installed.demo, '.vscode/settings.json'),
      JSON.stringify({ 'wazuh.ruleFolders': ['rules'], 'wazuh.dryRun.sandbox': 'none' }),
    );
    const again = async () => {
      await panel.locator('#run-again').click();
      await panel.locator('.page[data-kind="running"]').waitFor({ timeout: 5000 });
    };
    const dialog = page.locator('.monaco-dialog-box', { hasText: 'This is not a sandbox' });
    await expect
      .poll(
        async () => {
          // The settings reach the extension in their own time.
          await panel.locator('#run-again').click();
          return await dialog.waitFor({ timeout: 3000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    await dialog.locator('.monaco-button', { hasText: 'Run Without a Sandbox' }).click();
    await panel.locator('#sandbox', { hasText: 'Not a sandbox' }).waitFor({ timeout: 30_000 });
    await again();
    await panel.locator('.page[data-kind="finished"]').waitFor({ timeout: 30_000 });
    expect(await dialog.count()).toBe(0);
    await editor.run('Take Back Consent to Run Without a Sandbox');
    await again();
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await panel.locator('#reason', { hasText: 'Without a sandbox the script was not run' }).waitFor();
  });
});

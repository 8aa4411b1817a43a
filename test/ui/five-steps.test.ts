import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installHost } from '../../build/editor/install.mjs';
import { installExtension, type Server, startServer } from '../../build/editor/server';
import { openWindow, type Window, workbenchAddress } from '../host/browser';
import { EditorWindow } from './window';

const root = path.resolve(import.meta.dirname, '../..');

/** What a user does in the first minutes, by mouse and keyboard, with the packaged extension in the real VS Code. */
describe('the first five steps', () => {
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
      },
    });
    shown = await openWindow();
    editor = new EditorWindow(shown.page);
    await shown.page.goto(workbenchAddress(server.port, demo));
    await shown.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
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
    await editor.picture('mistake');
  });

  it('2. explains a rule, and finds one by words', async () => {
    await editor.goTo(lineOf('5712,5763'), 5);
    await editor.hover('5712', 'T1110');
    await editor.picture('rule');
    await editor.goTo(lineOf('100200</rules_id>'), 15);
    await shown.page.keyboard.press('Shift+End');
    await shown.page.keyboard.type('ssh brute', { delay: 60 });
    await shown.page.locator('.suggest-widget .monaco-list-row', { hasText: '5712' }).first().waitFor();
    await editor.picture('completion');
    await shown.page.keyboard.press('Escape');
    await editor.run('File: Revert File');
  });

  it('3. writes a script and binds it', async () => {
    await editor.run('Wazuh: New Active Response Script');
  });
});

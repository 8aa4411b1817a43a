import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { installHost } from '../../build/editor/install.mjs';
import { installExtension, startServer } from '../../build/editor/server';
import type { Settings } from '../../build/editor/settings';
import { openWindow, workbenchAddress } from '../host/browser';
import { EditorWindow } from './window';

const root = path.resolve(import.meta.dirname, '../..');

/** The packaged extension in the real VS Code, on a copy of the demo. */
export interface Installed {
  readonly page: Page;
  readonly editor: EditorWindow;
  /** Folder of the demo's copy, and of the editor's own data. */
  readonly demo: string;
  readonly profile: string;
  /** Closes everything, and takes the copy away. */
  close(): Promise<void>;
}

/** How the window looks in the pictures: nothing but our work. */
const looks: Settings = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': "'DejaVu Sans Mono'",
  'breadcrumbs.enabled': false,
  'testing.automaticallyOpenTestResults': 'neverOpen',
};

/** Installs the package, and opens a window on the demo. `prepare` may change the copy first. */
export async function openInstalled(prepare: (demo: string) => void = () => undefined): Promise<Installed> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'wazuh-ui-'));
  const [demo, profile] = [path.join(scratch, 'demo'), path.join(scratch, 'profile')];
  cpSync(path.join(root, 'demo'), demo, { recursive: true });
  prepare(demo);
  const host = installHost(console.log);
  await installExtension(host, profile, path.join(root, 'out/active-response-for-wazuh.vsix'));
  const server = await startServer({
    host,
    profile,
    builtIn: 'all',
    trusted: true,
    testDriver: false,
    settings: looks,
  });
  const { browser, page } = await openWindow();
  await page.goto(workbenchAddress(server.port, demo));
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  return {
    page,
    editor: new EditorWindow(page),
    demo,
    profile,
    async close() {
      await browser.close();
      await server.stop();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

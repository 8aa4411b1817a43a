import { type Browser, chromium, type Page } from 'playwright-core';
import { findProgram } from '../../build/prepare.mjs';

/** A headless browser with one page, and the way to close both. */
export interface Window {
  readonly page: Page;
  readonly browser: Browser;
}

/**
 * Opens a page in Debian's Chromium, of the size that the pictures of the README have.
 *
 * @throws {Error} When there is no Chromium.
 */
export async function openWindow(): Promise<Window> {
  const executablePath = findProgram(process.env.CHROMIUM || 'chromium');
  if (executablePath === undefined) throw new Error('Chromium is not installed. `npm test` installs it.');
  const browser = await chromium.launch({
    executablePath,
    args: [
      // Chromium refuses to run as root inside its own sandbox; all that it opens is our own server.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return { browser, page: await context.newPage() };
}

/** The address of a folder opened in a VS Code server. `payload` reaches the workbench only with the test driver. */
export function workbenchAddress(
  port: number,
  folder: string,
  payload: readonly (readonly [string, string])[] = [],
): string {
  const query = new URLSearchParams({ folder });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}

/** How a page names a file of the machine that its server runs on. */
export function remotePath(port: number, file: string): string {
  return `vscode-remote://127.0.0.1:${port}${file}`;
}

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import type { Host } from '../../build/editor/install.mjs';
import { type Server, startServer } from '../../build/editor/server';
import { openWindow, remotePath, workbenchAddress } from './browser';

export interface HostedTests {
  readonly host: Host;
  /** Folder of the extension under test, and of the module that runs the tests. */
  readonly extension: string;
  readonly tests: string;
  /** Opened as a copy, so that tests may write into it. */
  readonly folder: string;
  /** Without trust the folder opens in Restricted Mode. */
  readonly trusted: boolean;
}

const timeLimit = 240_000;

/** Exit status when the tests could not run to their end, whatever they said until then. */
export const hostFailed = 70;

/**
 * Runs an extension test module in the extension host of a hosted VS Code.
 *
 * @returns The exit status of the tests: 0 passed, 1 failed, {@link hostFailed} when the extension host broke off.
 */
export async function runHostedTests(options: HostedTests): Promise<number> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'wazuh-host-'));
  const folder = path.join(scratch, 'workspace');
  try {
    await cp(options.folder, folder, { recursive: true });
    const server = await startServer({
      host: options.host,
      profile: path.join(scratch, 'profile'),
      builtIn: 'few',
      trusted: options.trusted,
      testDriver: true,
    });
    try {
      const { browser, page } = await openWindow();
      const status = await testsEnd(page, server, testAddress(options, server.port, folder)).finally(() =>
        browser.close(),
      );
      return await confirmed(status, server);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function testAddress({ extension, tests }: HostedTests, port: number, folder: string): string {
  return workbenchAddress(port, folder, [
    ['extensionDevelopmentPath', remotePath(port, extension)],
    ['extensionTestsPath', remotePath(port, tests)],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ]);
}

/** Opens the page and waits for the exit status that the workbench reports. */
async function testsEnd(page: Page, server: Server, address: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(why));
    setTimeout(fail, timeLimit, `The tests did not end within ${timeLimit / 1000} s.`).unref();
    const watch = async () => {
      await page.exposeFunction('codeAutomationLog', (_kind: string, words: readonly unknown[]) =>
        print(words),
      );
      await page.exposeFunction('codeAutomationExit', resolve);
      page.on('crash', () => fail('The page crashed.'));
      page.on('pageerror', (problem) => console.error(`page: ${problem.message}`));
      void server.ended.then((code) =>
        fail(`VS Code's server ended with status ${code}.\n${server.output()}`),
      );
      await page.goto(address);
    };
    watch().catch(reject);
  });
}

/** What the workbench says about itself, not about the tests. */
const noise =
  /^\s*\[|connection token|^Creating a socket|^Updating additional builtin|authentication provider|open-vsx|^No search provider|^Creation of workbench contribution/;

function print(words: readonly unknown[]): void {
  const line = format(...words);
  if (!noise.test(line)) console.log(line);
}

const cleanExit = 'Extension Host Process exited with code: 0, signal: null';

/**
 * An extension host that crashes reports status 0 too: only the server's own line tells.
 */
async function confirmed(status: number, server: Server): Promise<number> {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const line = /Extension Host Process exited with code: .*/.exec(server.output())?.[0];
    if (line?.startsWith(cleanExit)) return status;
    if (line !== undefined) return broken(line);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return broken('it did not exit');
}

function broken(why: string): number {
  console.error(`The extension host did not end cleanly: ${why}`);
  return hostFailed;
}

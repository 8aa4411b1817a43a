import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where pictures for the README go; unset in an ordinary run. */
const pictures = process.env.WAZUH_PICTURES;

const root = path.resolve(import.meta.dirname, '../..');

interface Size {
  readonly width: number;
  readonly height: number;
}

/** VS Code's window as a user handles it. */
export class EditorWindow {
  constructor(readonly page: Page) {}

  /** Opens a file of the workspace by a part of its path. */
  async open(name: string): Promise<void> {
    await this.summon('Control+p');
    await this.answer(name);
    await this.page.locator('.tab.active', { hasText: path.basename(name) }).waitFor();
  }

  /** Puts the cursor into the first line, behind so many characters: keys are lost until the editor takes them. */
  async cursorInFirstLine(after: number): Promise<void> {
    const place = this.page.locator('.statusbar-item', { hasText: `Ln 1, Col ${after + 1}` });
    await expect
      .poll(
        async () => {
          await this.page.keyboard.press('Control+Home');
          for (let at = 0; at < after; at++) await this.page.keyboard.press('ArrowRight');
          return place.waitFor({ timeout: 1000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: 30_000 },
      )
      .toBe(true);
  }

  /** Runs a command of the palette. */
  async run(title: string): Promise<void> {
    await this.summon('F1');
    await this.answer(`>${title}`, title);
  }

  private get input(): Locator {
    return this.page.locator('.quick-input-widget input.input');
  }

  /** Presses the key that opens the input at the top, until it is there: a busy window may lose one. */
  private async summon(key: string): Promise<void> {
    await expect
      .poll(
        async () => {
          await this.page.keyboard.press(key);
          return await this.input.waitFor({ timeout: 2000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: 20_000 },
      )
      .toBe(true);
  }

  /** Types into the input at the top and clicks the first row of its list that has `wanted` in it. */
  async answer(text: string, wanted = text): Promise<void> {
    await this.input.fill(text);
    // A click, not a key: the list is shown a moment before it listens to the keyboard.
    await this.row(wanted).first().click();
  }

  /** Types into the input at the top, and chooses nothing yet. */
  async fill(text: string): Promise<void> {
    await this.input.fill(text);
  }

  /** Types into the input at the top, where there is no list. */
  async type(text: string): Promise<void> {
    await this.input.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** The tab of a file. */
  tab(name: string): Locator {
    return this.page.locator('.tab', { hasText: name });
  }

  /** Clicks the first lens with this text. */
  async clickLens(text: string): Promise<void> {
    await this.page.locator('.codelens-decoration a', { hasText: text }).first().click({ timeout: 30_000 });
  }

  /** Asks for suggestions until one with this text is there: a language server may still be starting. */
  async suggested(text: string): Promise<void> {
    const row = this.page.locator('.suggest-widget .monaco-list-row', { hasText: text }).first();
    await expect
      .poll(
        async () => {
          const seen = () =>
            row.waitFor({ timeout: 3000 }).then(
              () => true,
              () => false,
            );
          if (await seen()) return true;
          await this.page.keyboard.press('Escape');
          await this.page.keyboard.press('Control+Space');
          return await seen();
        },
        { timeout: 30_000 },
      )
      .toBe(true);
  }

  /** The rows below the input at the top that hold a text. */
  row(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
  }

  /** What the input at the top is called now. */
  async asked(title: string): Promise<void> {
    await this.page.locator('.quick-input-widget', { hasText: title }).waitFor();
  }

  /** Puts the cursor at a place; both numbers from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.summon('Control+g');
    await this.answer(`:${line}:${column}`, 'go to line');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Rests the pointer on a text of the editor until a hover that holds `expected` is there. */
  async hover(text: string, expected: string): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { hasText: expected }).first();
    const word = this.page.locator('.view-line span span', { hasText: text }).first();
    await expect
      .poll(
        async () => {
          await this.page.mouse.move(5, 400);
          await word.hover({ force: true });
          return await hover.waitFor({ timeout: 3000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    return hover;
  }

  /** Takes the pointer away from the text, so that no hover stays. */
  async leave(): Promise<void> {
    await this.page.mouse.move(5, 400);
    await this.page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden' });
  }

  /** Takes a picture for the README, where one is wanted; `size` in pixels, where the usual one is too small. */
  async picture(name: string, size: Partial<Size> = {}): Promise<void> {
    if (pictures === undefined) return;
    const usual = this.page.viewportSize();
    if (usual) await this.page.setViewportSize({ ...usual, ...size });
    await this.page.waitForTimeout(600);
    await this.screenshot(path.join(pictures, `${name}.png`));
    if (usual) await this.page.setViewportSize(usual);
  }

  /** Keeps a picture of the window when a test has failed. */
  async keepFailure({ result }: { readonly result?: { readonly state?: string } }): Promise<void> {
    if (result?.state === 'fail') await this.screenshot(path.join(root, 'out/ui-failure.png'));
  }

  /** Writes what the window shows into a file. */
  private async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  }
}

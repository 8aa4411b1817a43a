/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { html } from '../../client/panel/html';
import type { ToPanel } from '../../client/panel/messages';
import type { PanelState } from '../../client/panel/state';

const root = path.resolve(import.meta.dirname, '../..');

/** The panel's page in a browser without VS Code, which keeps what the page says to its host. */
export class PanelPage {
  private constructor(private readonly page: Page) {}

  /** Opens the page with the colours of a theme, by the names of VS Code's variables. */
  static async open(page: Page, theme: Readonly<Record<string, string>>): Promise<PanelPage> {
    const { script, style } = await bundle();
    const skeleton = html({ source: '', nonce: 'n', script: '', style: '', language: 'en' });
    await page.setContent(skeleton.replace(/<(?:meta http-equiv|link|script)[^>]*>(?:<\/script>)?/g, ''));
    await page.evaluate((variables) => {
      for (const [name, value] of Object.entries(variables))
        document.documentElement.style.setProperty(name, value);
      const said: unknown[] = [];
      const api = {
        postMessage: (message: unknown) => said.push(message),
        getState: () => undefined,
        setState: () => undefined,
      };
      Object.assign(window, { said, acquireVsCodeApi: () => api });
    }, theme);
    await page.addStyleTag({ content: style });
    await page.addScriptTag({ content: script });
    return new PanelPage(page);
  }

  /** Gives the page a state, as the host does. */
  async show(state: PanelState): Promise<void> {
    const message: ToPanel = { type: 'state', state };
    await this.page.evaluate(async (sent) => {
      window.postMessage(sent, '*');
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }, message);
  }

  /** What the page has said to its host so far. */
  said(): Promise<readonly unknown[]> {
    return this.page.evaluate(() => (window as unknown as { said: readonly unknown[] }).said);
  }

  /** Where things begin, from the top, in pixels: the rows of the picture and the headings below it. */
  tops(): Promise<readonly number[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('header, #rows > li, h2')].map((one) => one.getBoundingClientRect().top),
    );
  }

  /** How many pixels of the page a reader must scroll sideways for. */
  sideways(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }

  /** Words whose contrast to what is behind them is below 4.5 (WCAG 2.2, 1.4.3), with the contrast. */
  faintWords(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      if (!canvas) return ['no canvas'];
      const paint = (colours: readonly string[]) => {
        for (const colour of colours) {
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
        }
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = (element: Element | null): readonly string[] =>
        element ? [...behind(element.parentElement), getComputedStyle(element).backgroundColor] : ['white'];
      const faint: string[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const element = text.parentElement;
        const words = text.textContent?.trim();
        if (!words || !element?.checkVisibility() || element.closest('[aria-hidden], :disabled, .unseen'))
          continue;
        const [back, front] = [
          paint(behind(element)),
          paint([...behind(element), getComputedStyle(element).color]),
        ];
        const contrast = (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
        if (contrast < 4.5) faint.push(`${words}: ${contrast.toFixed(1)}`);
      }
      return faint;
    });
  }
}

async function bundle(): Promise<{ readonly script: string; readonly style: string }> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    entryPoints: { panel: 'client/panel/web/main.ts', style: 'client/panel/web/panel.css' },
    outdir: 'out/panel',
  });
  const text = (end: string) => outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

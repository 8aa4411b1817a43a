import { describe, expect, it } from 'vitest';
import { html } from './html';

const page = html({
  source: 'https://*.vscode-cdn.net',
  nonce: 'abc123',
  script: 'https://x/panel.js?a=1&b="2"',
  style: 'https://x/panel-style.css',
  language: 'en',
});

describe('the page', () => {
  it('loads nothing but its own script and style', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toBe("default-src 'none'; style-src https://*.vscode-cdn.net; script-src 'nonce-abc123'");
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/\son\w+=|style=|javascript:/);
  });

  it('escapes what it is given', () => {
    expect(page).toContain('src="https://x/panel.js?a=1&amp;b=&quot;2&quot;"');
  });

  it('names every section by its heading, and announces the verdict', () => {
    const headings = [...page.matchAll(/<h2 id="([\w-]+)"/g)].map(([, id]) => id);
    expect(headings).toHaveLength(6);
    for (const id of headings) expect(page).toContain(`aria-labelledby="${id}"`);
    expect(page).toMatch(/role="status"><button[^>]*id="verdict"/);
  });
});

import { staticHeaders } from '../../script-checks';

/** Where the project's files can be read: the one place that knows the address. */
const repository = 'https://github.com/active-response-for-wazuh/active-response-for-wazuh/blob/main/';

/** Codes of what is wrong with scripts: they have a book of their own. */
const ofScripts = new Set(staticHeaders.map(({ code }) => code));

/** The page that explains a code, below the project's root. */
export function docsPath(code: string): string {
  return `docs/${ofScripts.has(code) ? 'findings' : 'diagnostics'}/${code}.md`;
}

/** The address of the page that explains a code; `base` is the folder that holds `docs/`, with a slash at its end. */
export function docsUrl(code: string, base: string = repository): string {
  return new URL(docsPath(code), base).href;
}

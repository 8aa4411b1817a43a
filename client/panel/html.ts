import { t } from '@vscode/l10n';

/** Addresses and secrets of one page: what VS Code gives the host. */
export interface Page {
  /** `webview.cspSource`. */
  readonly source: string;
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  /** BCP 47, as `vscode.env.language`. */
  readonly language: string;
}

/**
 * The page's skeleton: header, landmarks, headings and buttons, all with their words. It stands as it is while a script
 * runs; the web side only fills the parts, so nothing jumps. Nothing but the two files of the extension is loaded.
 */
export function html(page: Page): string {
  const policy = `default-src 'none'; style-src ${page.source}; script-src 'nonce-${page.nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(page.style)}">
<title>${escaped(t('Dry Run'))}</title>
</head>
<body>
<div class="page" id="page" aria-busy="true">
<header>
<div class="subject"><h1><span id="script"></span> <span class="facts" id="facts"></span></h1><p id="alert"></p></div>
<div class="badges"><p role="status"><button type="button" id="verdict" class="verdict"></button></p><p id="sandbox" class="sandbox"></p></div>
<div class="actions" role="group" aria-label="${escaped(t('Run'))}">
<select id="scenario" aria-label="${escaped(t('Scenario'))}"></select>
<label class="check"><input type="checkbox" id="stepping">${escaped(t('Step by Step'))}</label>
${button('change-alert', '', t('Change Alert…'))}
${button('as-delete', '', t('As delete'), t('Send the delete message alone, as after a restart of the agent.'))}
<span class="either">${button('cancel', '', t('Cancel'))}${button('run-again', 'primary', t('Run Again'))}</span>
</div>
</header>
<main>
<section id="conversation" aria-labelledby="conversation-h">
<h2 id="conversation-h">${escaped(t('Conversation'))}</h2>
<p id="summary"></p>
<div class="lanes" aria-hidden="true"><b>wazuh-execd</b><b id="lane"></b></div>
<ol id="rows"></ol>
</section>
<div class="side">
<section id="reason-box"><p id="reason" role="alert"></p></section>
<section id="judged" aria-labelledby="judged-h" tabindex="-1">
<h2 id="judged-h">${escaped(t('What It Should Do'))}</h2>
<p id="expected"></p>${empty('')}<p id="why"></p>
<p class="ways">${button('other-alert', '', t('Try Another Alert…'))}${button('say-expected', 'link', t('Say What It Should Do…'))}</p>
</section>
<section id="findings" aria-labelledby="findings-h" tabindex="-1">
<h2 id="findings-h">${escaped(t('Findings'))}</h2>
<ul id="finding-list"></ul><p class="empty wait">${escaped(t('After the run.'))}</p><p class="empty none" id="no-findings"></p>
</section>
<section id="proof-box" aria-labelledby="proof-h">
<h2 id="proof-h">${escaped(t('Does It Block?'))}</h2>
<ol id="proof"></ol><p id="proof-about"></p>${empty('')}
</section>
<section aria-labelledby="effects-h">
<h2 id="effects-h">${escaped(t('What It Changed'))} <span id="reverted"></span></h2>
<p id="incomplete"></p>
<div id="effect-list"></div>${empty(t('Nothing.'))}
</section>
<section aria-labelledby="log-h">
<h2 id="log-h">${escaped(t('Log'))}</h2>
<pre id="log" tabindex="0" role="region" aria-labelledby="log-h"></pre>${empty(t('Nothing was written to active-responses.log.'))}
<div id="errors-box" hidden><h3>${escaped(t('Standard error, which wazuh-execd throws away'))}</h3><pre id="errors"></pre></div>
</section>
<footer><span id="took"></span>${button('copy-report', 'link', t('Copy Report as JSON'))}</footer>
</div>
</main>
</div>
<script nonce="${page.nonce}" src="${escaped(page.script)}"></script>
</body>
</html>`;
}

/** What stands under a heading whose list is empty: before the run is over, and after. The style sheet picks one. */
function empty(none: string): string {
  return `<p class="empty wait">${escaped(t('After the run.'))}</p><p class="empty none">${escaped(none)}</p>`;
}

function button(id: string, kind: string, label: string, hint = ''): string {
  return `<button type="button" id="${id}" class="${kind}" title="${escaped(hint)}">${escaped(label)}</button>`;
}

function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => names[character] ?? character);
}

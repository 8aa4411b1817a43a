import { stockCatalog } from '../../wazuh/catalog/for-tests';
import { type Configuration, configuration, detectRole, type Role, type Shape } from '../../wazuh/model';
import { read } from '../../wazuh/os-xml';
import { ruleIndex } from '../../wazuh/ruleset';
import { type Span, span } from '../../wazuh/span';
import type { Context } from './context';

/** A context with the stock rules, without scripts, for 4.14. For tests only. */
export const stockContext: Context = {
  catalog: stockCatalog,
  rules: ruleIndex(stockCatalog, []),
  scripts: [],
  version: '4.14',
};

/** A text with its marks taken out, and what stood between each ⟦ and ⟧. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Takes the marks ⟦ and ⟧ out of a text; they do not nest. */
export function unmark(marked: string): Marked {
  const spans: Span[] = [];
  let text = '';
  let start = 0;
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') start = text.length;
    else if (part === '⟧') spans.push(span(start, text.length));
    else text += part;
  }
  return { text, spans };
}

/** Reads a text as a whole file, of the role that its content tells unless one is given. */
export function parsed(text: string, role?: Role, shape?: Shape): Configuration {
  const xml = read(text);
  return configuration(xml, role ?? detectRole(xml), shape);
}

const head = `<ossec_config>
  <global>
    <jsonout_output>yes</jsonout_output>
  </global>
  <remote>
    <connection>secure</connection>
  </remote>
  <ruleset>
    <rule_dir>ruleset/rules</rule_dir>
  </ruleset>
${stockCatalog.stockCommands
  .map(
    ({ name, executable, timeoutAllowed }) =>
      `  <command>
    <name>${name}</name>
    <executable>${executable}</executable>
${timeoutAllowed ? '    <timeout_allowed>yes</timeout_allowed>\n' : ''}  </command>`,
  )
  .join('\n')}
`;

/** A manager's file around a snippet, with the stock commands above it; a snippet with a root is left as it is. */
export function wrapped(snippet: string): string {
  return /<⟦?(ossec|agent|wazuh)_config/.test(snippet) ? snippet : `${head}${snippet}\n</ossec_config>\n`;
}

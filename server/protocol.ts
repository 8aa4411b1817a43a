import { type Position, RequestType, type TextDocumentIdentifier } from 'vscode-languageserver/node';
import type { Role } from '../wazuh/model';
import type { RuleSummary } from '../wazuh/ruleset';

/** Requests beyond the LSP, from the client to the server. */

/** `wazuh/rules`: rules by number or words, best first, stock and custom. */
export const rulesRequest = new RequestType<
  { readonly query: string; readonly limit: number },
  readonly RuleSummary[],
  void
>('wazuh/rules');

/** `wazuh/rule`: the rule of a number, or null. */
export const ruleRequest = new RequestType<{ readonly id: number }, RuleSummary | null, void>('wazuh/rule');

/** `wazuh/role`: whose file a configuration is, by the setting or by its content. */
export const roleRequest = new RequestType<{ readonly uri: string }, Role, void>('wazuh/role');

/**
 * `wazuh/autoClose`: asked when the user has typed `>` or `/`, with the position behind it. What to insert there, as a
 * snippet whose `$0` is where the cursor stays (`$0</name>`), or null.
 */
export const autoCloseRequest = new RequestType<
  { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
  string | null,
  void
>('wazuh/autoClose');

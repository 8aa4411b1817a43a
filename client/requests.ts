import {
  type LanguageClient,
  type Position,
  RequestType,
  type TextDocumentIdentifier,
} from 'vscode-languageclient/node';
import type { Role } from '../wazuh/model';
import type { RuleSummary } from '../wazuh/ruleset';

const rules = new RequestType<
  { readonly query: string; readonly limit: number },
  readonly RuleSummary[],
  void
>('wazuh/rules');
const rule = new RequestType<{ readonly id: number }, RuleSummary | null, void>('wazuh/rule');
const role = new RequestType<{ readonly uri: string }, Role, void>('wazuh/role');
const autoClose = new RequestType<
  { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
  string | null,
  void
>('wazuh/autoClose');

/** Rules by number or words, best first, stock and custom. */
export function searchRules(
  client: LanguageClient,
  query: string,
  limit: number,
): Promise<readonly RuleSummary[]> {
  return client.sendRequest(rules, { query, limit });
}

/** The rule of a number, stock or custom. */
export async function findRule(client: LanguageClient, id: number): Promise<RuleSummary | undefined> {
  return (await client.sendRequest(rule, { id })) ?? undefined;
}

/** Whose file a configuration is, by its content or by the setting. */
export function roleOf(client: LanguageClient, uri: string): Promise<Role> {
  return client.sendRequest(role, { uri });
}

/** The snippet that closes the tag which the user has just begun to close; undefined where nothing is to be added. */
export async function closingOf(
  client: LanguageClient,
  uri: string,
  position: Position,
): Promise<string | undefined> {
  return (await client.sendRequest(autoClose, { textDocument: { uri }, position })) ?? undefined;
}

import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { ElementReference, SectionReference } from '../../../wazuh/catalog';
import { canRespond } from '../../../wazuh/model';
import type { RuleSummary } from '../../../wazuh/ruleset';
import { listItemAt, listItems, type ValueSlot } from '../value-slot';
import { type CompletionRequest, type ItemSubject, inOrder, replacing } from './request';

/** How many rules a list shows; as it is asked for anew at every key, the rest is a few letters away. */
const most = 50;

/** Characters of a label: with a longer one, VS Code's list in its usual width cuts the level off. */
const widest = 36;

/** Rules that published guides bind responses to: what a list begins with before anything is typed. */
const oftenBound = [
  5710, 5712, 5551, 5763, 5720, 2502, 60122, 60204, 31151, 31166, 31168, 550, 553, 554, 87105, 108001, 657,
];

/** The rules that the item of the list at the cursor may mean: by number, or by words (`ssh brute force`). */
export function ruleItems(
  slot: ValueSlot,
  option: ElementReference,
  section: SectionReference,
  request: CompletionRequest,
): CompletionItem[] {
  const { document, offset, context } = request;
  const separator = option.separator ?? ',';
  const item = listItemAt(document.text, slot.span, separator, offset);
  const typed = document.text.slice(item.span.start, offset);
  const taken = new Set(
    listItems(document.text, slot.span, separator)
      .filter((other) => other.span.start !== item.span.start)
      .map((other) => Number(other.text)),
  );
  const starts = section.section === 'active-response';
  return inOrder(
    found(typed.trim(), context)
      .filter((rule) => !taken.has(rule.id))
      .map((rule) => {
        const subject: ItemSubject = { kind: 'rule', id: rule.id };
        return {
          label: label(rule),
          labelDetails: { description: note(rule, starts) },
          kind: CompletionItemKind.Reference,
          // The search has matched already, words in any order: the editor's own filter must let all of it pass.
          filterText: typed.trim() === '' ? String(rule.id) : typed,
          data: subject,
          ...replacing(document, item.span, `${rule.id}${slot.suffix}`),
        };
      }),
  );
}

/** Number and summary; the details beside the list have all of it. */
function label({ id, summary }: RuleSummary): string {
  const whole = `${id} ${summary}`;
  return whole.length > widest ? `${whole.slice(0, widest - 1).trimEnd()}…` : whole;
}

function found(query: string, context: CompletionRequest['context']): readonly RuleSummary[] {
  if (query !== '') return context.rules.search(query, most);
  const often = oftenBound.flatMap((id) => context.rules.get(id) ?? []);
  return [...context.customRules.slice(0, most - often.length), ...often];
}

function note(rule: RuleSummary, startsResponses: boolean): string {
  return startsResponses && !canRespond(rule)
    ? t('level {0}, never starts a response', rule.level)
    : t('level {0}', rule.level);
}

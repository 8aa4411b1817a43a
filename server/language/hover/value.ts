import { t } from '@vscode/l10n';
import type { ElementReference, SectionReference, ValueReference } from '../../../wazuh/catalog';
import { atoi } from '../../../wazuh/model';
import type { Element } from '../../../wazuh/os-xml';
import type { LanguageContext } from '../context';
import type { ConfigurationDocument } from '../document';
import { executableDocumentation } from '../documentation/executable';
import { groupDocumentation } from '../documentation/group';
import { code, paragraphs, plain } from '../documentation/markdown';
import { optionDocumentation } from '../documentation/option';
import { ruleDocumentation, ruleLines } from '../documentation/rule';
import { ruleIdAt } from '../rule-ids';
import { listItemAt } from '../value-slot';
import { hoverCommand } from './command';
import type { Hovered } from './index';
import { lengthOfTime } from './length-of-time';

/** The value of an option that the cursor stands in. */
export interface HoveredValue {
  readonly document: ConfigurationDocument;
  readonly offset: number;
  readonly context: LanguageContext;
  readonly element: Element;
  readonly option: ElementReference;
  readonly section: SectionReference;
}

/** What a value means: the rule, command, program, group, word or length of time that it names. */
export function hoverValue(value: HoveredValue): Hovered | undefined {
  const { document, offset, context, element, option, section } = value;
  const { rules, catalog } = context;
  const { text, textSpan } = element;
  if (text.trim() === '') return undefined;
  const whole = (markdown: string | undefined): Hovered | undefined =>
    markdown === undefined ? undefined : { span: textSpan, markdown };

  if (option.type === 'rule-id-list') {
    const item = ruleIdAt(document.configuration.xml, offset, catalog);
    if (!item) return undefined;
    const rule = rules.get(item.id);
    return {
      span: item.span,
      markdown: rule
        ? ruleDocumentation(rule, rules, catalog)
        : t('No rule {0} in Wazuh 4.14.7, nor in the rule files of this workspace.', item.id),
    };
  }
  if (option.type === 'group-list') {
    const item = listItemAt(document.text, textSpan, option.separator ?? '|', offset);
    return item.text === '' ? undefined : { span: item.span, markdown: groupDocumentation(item.text, rules) };
  }
  if (option.reference?.kind === 'command') return whole(hoverCommand(document, text, context));
  if (section.section === 'command' && option.name === 'executable') {
    return whole(executableDocumentation(text, context));
  }
  if (section.section === 'active-response' && option.name === 'level')
    return whole(levelWords(atoi(text), rules));
  const word = wordMeant(option, text);
  return whole(
    paragraphs(
      word && `${code(text.trim())} – ${plain(word.doc ?? '')}`,
      lengthOfTime(option, text),
      optionDocumentation(option, section, catalog),
    ),
  );
}

/** How many rules a `<level>` matches; a response there fires on none of level 0. */
function levelWords(level: number, rules: LanguageContext['rules']): string {
  const found = level > 0 ? rules.atLevel(level) : [];
  return paragraphs(
    level > 0
      ? t('{0} rules have level {1} or above.', found.length, level)
      : t('Level 0 is the same as no level: it matches no rule.'),
    ruleLines(found),
  );
}

/** The listed word that Wazuh takes a text for. */
function wordMeant(option: ElementReference, text: string): ValueReference | undefined {
  const same = (word: string) =>
    option.caseSensitive === false ? word.toLowerCase() === text.toLowerCase() : word === text;
  return option.values?.find(({ value, aliases = [], doc }) => doc && [value, ...aliases].some(same));
}

import { stockCatalog } from '../../wazuh/catalog/for-tests';
import { type RuleSummary, ruleIndex } from '../../wazuh/ruleset';
import type { LanguageContext } from '../language/context';
import { type ConfigurationDocument, configurationDocument } from '../language/document';
import { type Fixture, fixture, marked } from './fixture';

/** Surroundings with the stock facts, and what a test adds to them. */
export function testContext({
  customRules = [],
  scripts = [],
  workspaceCommands = [],
  version = '4.14',
}: Partial<LanguageContext> = {}): LanguageContext {
  return {
    catalog: stockCatalog,
    rules: ruleIndex(stockCatalog, customRules),
    customRules,
    scripts,
    workspaceCommands,
    version,
  };
}

/** A rule of the workspace, written in line 3 of `rules/local_rules.xml`. */
export function customRule(id: number, facts: Partial<RuleSummary> = {}): RuleSummary {
  return {
    id,
    level: 10,
    summary: 'Door opened at night',
    file: 'local_rules.xml',
    groups: ['local'],
    groupText: 'local,',
    mitre: [],
    compliance: {},
    parents: [],
    noActiveResponse: false,
    noAlert: false,
    source: { uri: 'file:///workspace/rules/local_rules.xml', line: 2 },
    ...facts,
  };
}

/** A document that is written with marks, for features that are called without a server. */
export interface TestText extends Fixture {
  readonly document: ConfigurationDocument;
  /** The text with `⟦…⟧` around ranges. */
  marked(ranges: readonly { readonly range: ReturnType<ConfigurationDocument['range']> }[]): string;
}

/** Reads a text written with marks as `ossec.conf`. */
export function testText(markedText: string): TestText {
  const read = fixture(markedText);
  const document = configurationDocument('file:///workspace/ossec.conf', 1, read.text);
  return {
    ...read,
    document,
    marked: (found) =>
      marked(
        read.text,
        found.map(({ range }) => ({
          start: document.offsetAt(range.start),
          end: document.offsetAt(range.end),
        })),
      ),
  };
}

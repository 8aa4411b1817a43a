/** What is known of a rule, stock or custom. */
export interface RuleSummary {
  readonly id: number;
  readonly level: number;
  /** Stock: our own words. Custom: its `<description>`. */
  readonly summary: string;
  /** Base name of the rule file. */
  readonly file: string;
  readonly groups: readonly string[];
  readonly mitre: readonly string[];
  /** Compliance: framework (`pci_dss`) to its clauses. */
  readonly compliance: Readonly<Record<string, readonly string[]>>;
  /** Ids that `if_sid` or `if_matched_sid` name. */
  readonly parents: readonly number[];
  /** Option `no_ar`: no response is ever bound to it. */
  readonly noActiveResponse: boolean;
  /** `noalert="1"`: it never alerts itself, only its children do. */
  readonly noAlert: boolean;
  /** Option `no_log`: never written to alerts.json, yet its alerts do start responses. */
  readonly noLog?: boolean;
  /** The decoder that `decoded_as` names. */
  readonly decodedAs?: string;
  /** How many matches within `timeframe` seconds make it fire. */
  readonly frequency?: number;
  readonly timeframe?: number;
  /** Where a custom rule is written; undefined for a stock rule. */
  readonly source?: { readonly uri: string; readonly line: number };
}

/** Rules by id, group and words. Custom rules hide stock rules of the same id. */
export interface RuleIndex {
  get(id: number): RuleSummary | undefined;
  /**
   * The rules that a few typed characters mean, best first: an id's first digits, or words of the summary, groups and
   * MITRE names in any order (`ssh brute force`).
   */
  search(query: string, limit: number): readonly RuleSummary[];
  /** Every group, with the number of rules in it, most first. */
  readonly groups: ReadonlyMap<string, number>;
  /** The rules whose comma-ended group string a `<rules_group>` expression matches (OS_Regex substring, caseless). */
  inGroup(expression: string): readonly RuleSummary[];
  atLevel(minimum: number): readonly RuleSummary[];
}

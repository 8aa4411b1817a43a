/** What is known of a rule, stock or custom. */
export interface RuleSummary {
  readonly id: number;
  /** 0 to 16. A rule of level 0 never alerts, so no response is ever bound to it. */
  readonly level: number;
  /** Stock: our own words. Custom: its `<description>`. */
  readonly summary: string;
  /** Base name of the rule file. */
  readonly file: string;
  /**
   * The group string as analysisd holds it, compliance included: the root's `name`, then the texts of the rule's
   * `<group>` elements, with nothing put between them. 644 stock rules have no comma at its end.
   */
  readonly groupText: string;
  /** The groups of `groupText` that are no compliance clauses, blanks around them cut off. */
  readonly groups: readonly string[];
  /** Compliance: framework (`pci_dss`) to its clauses. */
  readonly compliance: Readonly<Record<string, readonly string[]>>;
  /** Ids of ATT&CK techniques. */
  readonly mitre: readonly string[];
  /** Ids that `if_sid` or `if_matched_sid` name. */
  readonly parents: readonly number[];
  /** Groups that `if_group` or `if_matched_group` name. */
  readonly parentGroups?: readonly string[];
  /** Option `no_ar`: no response is ever bound to it. */
  readonly noActiveResponse: boolean;
  /** `noalert="1"`: it never alerts itself, only its children do. */
  readonly noAlert: boolean;
  /** Option `no_log`: never written to alerts.json, yet its alerts do start responses. */
  readonly noLog?: boolean;
  /** Custom: fields of the alert that its text asks for: `data.srcip` for `<srcip>`. */
  readonly fields?: readonly string[];
  /** The decoder that `decoded_as` names. */
  readonly decodedAs?: string;
  /** How many matches within `timeframe` seconds make it fire. */
  readonly frequency?: number;
  readonly timeframe?: number;
  /** Custom, with `overwrite="yes"`: it takes the place of the rule of the same id, but keeps that one's parents. */
  readonly overwrite?: boolean;
  /** Where a custom rule is written (zero-based line); undefined for a stock rule. */
  readonly source?: { readonly uri: string; readonly line: number };
}

/** Rules by id, group and words. */
export interface RuleIndex {
  get(id: number): RuleSummary | undefined;
  /**
   * The rules that a few typed characters mean, best first: an id's first digits, or words of the summary, groups and
   * MITRE names in any order (`ssh brute force`). At most `limit`.
   */
  search(query: string, limit: number): readonly RuleSummary[];
  /** Every group with the number of rules in it, most first; compliance groups (`pci_dss_10.6.1`) behind the others. */
  readonly groups: ReadonlyMap<string, number>;
  /**
   * The rules whose group string a `<rules_group>` expression matches (OS_Regex, caseless, anywhere in the string), in
   * the order of their ids. None where Wazuh cannot compile the expression.
   */
  inGroup(expression: string): readonly RuleSummary[];
  /** The rules of at least this level, in the order of their ids. */
  atLevel(minimum: number): readonly RuleSummary[];
}

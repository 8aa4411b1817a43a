/**
 * The configuration language as data: what `data/ossec-conf.json` says of roots, sections, elements and attributes.
 * Read from Wazuh's source (src/config/*.c, 4.14.7) and measured against the start-up test of its daemons.
 * Everything that a validator may need is typed, so that a new release of Wazuh is a change of data.
 */

/** What a daemon does with something that it does not take. */
export interface Reaction {
  /** error: the daemon does not start. warning: it starts and says so. silent: it starts and says nothing. */
  readonly reaction: 'error' | 'warning' | 'silent';
  /** What is lost: the daemon, the whole section or module, the block, or the option alone. */
  readonly scope?: 'daemon' | 'section' | 'block' | 'option';
  /** The number that Wazuh prints in parentheses, without them: `1230`. */
  readonly messageId?: string;
  /**
   * What Wazuh writes, where it prints no number or not the number's own text. `{name}` and `{value}` stand for those of
   * the element or attribute, `{element}` and `{text}` for those of an attribute's element, `{first}` for the name of the
   * element's first attribute, `{missing}` for what is not there; else for an attribute or a child of the section.
   */
  readonly says?: string;
  /** What happens, in a few words. */
  readonly effect?: string;
}

/** What a daemon does whenever something is written, right or wrong: it is deprecated, or has no use here. */
export interface Use extends Reaction {
  /** Nothing is said where the text is empty. */
  readonly unlessEmpty?: boolean;
  /** Nothing is said on this system. */
  readonly unlessSystem?: System;
  /** The files in which it is said; without it all. */
  readonly only?: readonly ('manager' | 'agent' | 'agent.conf')[];
}

/** Whose installation: `<appliesTo>` and the like. */
export type Installation = 'manager' | 'agent';

/** Where an endpoint's system matters. */
export type System = 'linux' | 'windows' | 'macos';

/** One word that an `enum` takes. */
export interface ValueReference {
  readonly value: string;
  readonly doc?: string;
  /** Other spellings that the reader takes for the same word. */
  readonly aliases?: readonly string[];
  /** The word stands for every text that matches this JavaScript expression. */
  readonly pattern?: string;
  /** Where the word has an effect. */
  readonly os?: readonly System[];
  /** The word is refused on systems that `os` does not list. */
  readonly refusedElsewhere?: boolean;
  readonly sinceVersion?: string;
  readonly note?: string;
}

/** A sibling with a value, or one of several values. */
export type Siblings = Readonly<Record<string, string | readonly string[]>>;

/** A condition under which a rule does not hold or a value is not looked at. */
export interface Condition {
  readonly words?: string;
  /** The last value of the sibling. */
  readonly when?: Siblings;
  /** Any occurrence of the sibling has the value. */
  readonly anyValue?: Siblings;
  /** The sibling is there. */
  readonly present?: string;
  /** The sibling is absent or empty. */
  readonly missing?: string;
  /** The block has no such attribute. */
  readonly lacksAttribute?: string;
  /** The sibling has a text. */
  readonly filled?: string;
  /** The block's `log_format` is one of these (localfile only). */
  readonly log_format?: readonly string[];
}

/** A rule between several elements or attributes; `words` says it, the other keys let a program check it. */
export interface Requirement {
  readonly words: string;
  /** `error`, `warning` or `silent`, sometimes followed by `: what happens`. Without it: a remark. */
  readonly reaction?: string;
  readonly messageId?: string;
  /** As in a reaction. */
  readonly says?: string;
  /** With `oneOf`: what Wazuh writes where there is none of them. */
  readonly saysNone?: string;
  readonly scope?: Reaction['scope'];
  readonly appliesTo?: readonly Installation[];
  /** All of these children: `api_auth`, or `subscriptions>subscription`. */
  readonly allOf?: readonly string[];
  /** With `allOf`: present is not enough, the text must not be empty. */
  readonly nonEmpty?: boolean;
  readonly allOfNonEmpty?: readonly string[];
  /** At least one: `name`, `name=value`, `name!=number`, `name~pattern`, `parent>child`, `@attribute`. */
  readonly anyOf?: readonly string[];
  /** Exactly one. */
  readonly oneOf?: readonly string[];
  /** Not both. */
  readonly conflict?: readonly string[];
  /** The rule holds under this condition only. */
  readonly when?: Siblings;
  readonly unless?: readonly Condition[];
  /** The rule does not hold for this `log_format`. */
  readonly unlessFormat?: string;
  /** Children that are refused while `when` holds. */
  readonly conflictValue?: readonly string[];
  /** How often a child may have a value: `{"connection=secure": 1}`. */
  readonly max?: Readonly<Record<string, number>>;
  /** Refused when this number is present and 0. */
  readonly zero?: string;
  /** `file`: counted over the whole file. */
  readonly scopeOfRule?: 'file';
  readonly with_?: Siblings;
  /** The text must be this; for `attribute`, the attribute of the parent; as an object, the sibling. */
  readonly equals?: string | Siblings;
  readonly notEquals?: string;
  /** JavaScript expressions that the siblings, where they are there, must match. */
  readonly matching?: Readonly<Record<string, string>>;
  /** … and must not. */
  readonly notMatching?: Readonly<Record<string, string>>;
  readonly values?: readonly string[];
  readonly attribute?: string;
  /** What `attribute` counts as when it is absent. */
  readonly attributeDefault?: string;
  /** The element that this one needs or is measured by. */
  readonly element?: string;
  /** The duration of `element` must be a multiple of so many seconds, or written in this unit. */
  readonly multipleOf?: number;
  readonly unit?: string;
  readonly greaterThan?: string;
  /** Not below the sibling; as an object: the first not below the second. */
  readonly atLeast?: string | Siblings;
  readonly reference?: {
    readonly section?: string;
    readonly element: string;
    readonly field?: string;
    readonly equals: string;
  };
  readonly note?: string;
}

/** What a value points to: a command, a socket, a rule. */
export interface Target {
  readonly kind: 'command' | 'socket' | 'rule';
  readonly section?: string;
  readonly element?: string;
  readonly attribute?: string;
  /** The target must stand before the use. */
  readonly mustPrecede?: boolean;
  /** Targets that are there without being written. */
  readonly builtin?: readonly string[];
}

/**
 * How the C code turns a text into a number. Without it: `digits` for integers and ports, `time` for durations.
 * - digits: 0-9 only, empty counts as 0, then a 32-bit integer; digits-nonempty: not empty; digits16: cut to 16 bits.
 * - atoi: any text, its leading number, 0 without one; atol32: cut to 32 bits without sign, so a minus sign wraps;
 *   atoi16: atoi cut to 16 bits.
 * - strtol: leading blanks and a sign allowed, the whole text must be a number, empty is 0; strtol-int: cut to 32 bits;
 *   strtol-lax: the leading number of any text.
 * - time: a number, then one unit letter; what follows the letter is not looked at. time-strtoul: base prefix
 *   understood, 32 bits, 0 and 4294967295 refused, a minus sign wraps. time-strtoul-any: base prefix, 0 allowed, a text
 *   without digits or a negative number refused. time-strtol0: base prefix, sign kept, 32 bits. time-sscanf: decimal,
 *   sign kept, 32 bits. time-unit-mandatory: base prefix; a number other than 0 needs its unit letter, anything else
 *   falls back with a warning.
 * - size: a number and one unit letter, 64 bits.
 */
export type NumberReader =
  | 'digits'
  | 'digits-nonempty'
  | 'digits16'
  | 'atoi'
  | 'atoi16'
  | 'atol32'
  | 'strtol'
  | 'strtol-int'
  | 'strtol-lax'
  | 'strtol0'
  | 'time'
  | 'time-strtoul'
  | 'time-strtoul-any'
  | 'time-strtol0'
  | 'time-sscanf'
  | 'time-unit-mandatory'
  | 'size';

/** What the text of an element and the value of an attribute have in common. */
export interface TextReference {
  readonly name: string;
  /**
   * `boolean-yes-no`, `string`, `integer`, `path`, `enum`, `duration`, `url`, `port`, `time`, `cron-weekday`, `size`,
   * `regex-os`, `regex-pcre2`, `ip`, `cidr`, `host`, `date`, `number`, `any`, `empty`, `group` (holds elements),
   * `command-ref`, `agent-id`, `rule-id-list`, `group-list`, `integer-list`, `path-list`; `a|b` for either. The
   * catalog's `types` explains those that need it.
   */
  readonly type: string;
  readonly values?: readonly ValueReference[];
  /** What counts when it is not written. */
  readonly default?: string;
  readonly required: boolean;
  /** Enforced bounds of a number. */
  readonly min?: number;
  readonly max?: number;
  /** Unit letters that may follow the number. */
  readonly units?: readonly string[];
  /** What the bare number counts: `seconds`, `minutes`. */
  readonly unit?: string;
  /** Shortest accepted text, in bytes. */
  readonly minLength?: number;
  /** The text is a list, parted by this. */
  readonly separator?: string;
  /** false: the value is compared without case. */
  readonly caseSensitive?: boolean;
  /** false: the name is compared without case. */
  readonly nameCaseSensitive?: boolean;
  readonly os?: readonly System[];
  readonly onInvalid?: Reaction;
  /** `onInvalid` where it differs by installation. */
  readonly onInvalidByRole?: Readonly<Partial<Record<Installation, Reaction>>>;
  /** A number, but not within `min` and `max`; without it `onInvalid` applies. */
  readonly onOutOfRange?: Reaction;
  /** A number with another unit than `units`; without it `onInvalid` applies. */
  readonly onBadUnit?: Reaction;
  /** A number that is taken, but above a limit. */
  readonly onAbove?: Reaction & { readonly limit: number };
  /** … below. */
  readonly onBelow?: Reaction & { readonly limit: number };
  /** When a required one is absent; without it `onInvalid` applies. */
  readonly onMissing?: Reaction;
  /** A bad value ends the reading of this section without an error; what follows is not checked. */
  readonly stopsReader?: boolean;
  readonly reference?: Target;
  readonly requires?: readonly Requirement[];
  readonly note?: string;
}

export interface AttributeReference extends TextReference {
  readonly doc: string;
  /** Dialect of the expression where it is not the type's own. */
  readonly regexKind?: 'osregex';
  /** Required as soon as the element has any attribute. */
  readonly requiredIfAttributes?: boolean;
  /** Must stand before the other attributes; `onNotFirst` says what happens otherwise. */
  readonly mustBeFirst?: boolean;
  readonly onNotFirst?: Reaction;
  /** Texts that are refused, each with a reaction of its own. */
  readonly rejects?: readonly (Reaction & { readonly pattern: string })[];
  /** Not looked at when the element's text is empty. */
  readonly ignoredWhenEmptyText?: boolean;
  /** Not looked at when the parent's attribute has this value. */
  readonly unlessParent?: { readonly attribute: string; readonly equals: string };
}

export interface ElementReference extends TextReference {
  readonly doc: string;
  readonly repeatable: boolean;
  /** What the installer writes, where it differs from `default`. */
  readonly defaultStock?: string;
  /** A sensible range that the reader does not enforce. */
  readonly recommendedMin?: number;
  readonly recommendedMax?: number;
  /** Checked once after all sections are read, on the last value of the file when `onLast`; 0 passes when `orZero`. */
  readonly allowedRange?: {
    readonly min: number;
    readonly max: number;
    readonly orZero?: boolean;
    readonly onLast?: boolean;
    readonly words: string;
    /** What Wazuh writes about a number outside. */
    readonly says?: string;
  };
  /** Numbers refused besides the range. */
  readonly notNumbers?: readonly number[];
  readonly parse?: NumberReader;
  /** A negative result is not refused at this point. */
  readonly signed?: boolean;
  /** The default in seconds, for rules that compare two durations. */
  readonly defaultSeconds?: number;
  /** The unit letter may not be left out. */
  readonly unitRequired?: boolean;
  /** How a word is compared: whole (default), its beginning, or anywhere in the text. */
  readonly match?: 'exact' | 'prefix' | 'substring';
  /** Blanks before the word are skipped. */
  readonly leadingBlanks?: boolean;
  /** A JavaScript expression that an accepted text matches. */
  readonly pattern?: string;
  readonly rejectPattern?: string;
  readonly notValues?: readonly string[];
  /** `accepted`: an empty text is fine whatever the type says. */
  readonly emptyValue?: 'accepted';
  /** Longest accepted text, in bytes; `onTooLong` says what happens beyond, else `onInvalid`. */
  readonly maxLength?: number;
  readonly onTooLong?: Reaction;
  /** An empty text, or for a group an element without children; without it a group may be empty. */
  readonly onEmpty?: Reaction;
  readonly maxItems?: number;
  /** false: an address with /mask is refused. */
  readonly netmask?: boolean;
  /** The attribute that names the expression's dialect. */
  readonly kindAttribute?: string;
  /** The file must exist on the machine that reads the configuration. */
  readonly existingFile?: boolean;
  /** A key or password: not to be shown. */
  readonly secret?: boolean;
  readonly appliesTo?: readonly Installation[];
  readonly inAgentConf?: boolean;
  readonly sinceVersion?: string;
  readonly removedIn?: string;
  /** What the daemons of 5.0 do when they meet it (tag v5.0.0-beta4). */
  readonly onUseIn5?: Reaction;
  readonly deprecated?: { readonly since: string; readonly replacement: string };
  readonly onUse?: Use;
  /** Known only to builds made with this option; stock packages take it for an unknown element. */
  readonly builtWith?: string;
  readonly conflictsWith?: readonly string[];
  readonly ignoredWhen?: readonly Condition[];
  /** Checked after the whole block has been read, on its last occurrence, and only if no `ignoredWhen` holds. */
  readonly deferred?: boolean;
  /** On these installations only the first occurrence in the file is looked at. */
  readonly firstInFileOnly?: readonly Installation[];
  /** Only the first occurrence with text is used and checked. */
  readonly onlyFirstNonEmpty?: boolean;
  readonly order?: string;
  /** Read by other daemons than the rest of the section, independent of its errors, on these installations. */
  readonly separateReader?: boolean;
  readonly checkedOn?: readonly Installation[];
  /** The daemons in C take any text: clusterd alone looks at it. */
  readonly leftToClusterd?: boolean;
  /** Elsewhere the reader passes over it without looking at it. */
  readonly readOnlyOn?: readonly System[];
  /** The text is not checked when the element's own attribute has this value. */
  readonly valueIgnoredWhen?: { readonly attribute: string; readonly equals: string };
  /** While the element's own attribute has this value, the text must be one of these. */
  readonly valuesWhen?: Reaction & {
    readonly attribute: string;
    readonly equals: string;
    readonly values: readonly string[];
  };
  /** The element is skipped when its own attribute matches. */
  readonly skippedWhen?: {
    readonly attribute: string;
    readonly pattern: string;
    readonly reaction: Reaction['reaction'];
    readonly says?: string;
  };
  /** The attributes are looked at only if the element has children. */
  readonly attributesOnlyWithChildren?: boolean;
  /** Without any attribute the element is an older form: its text is the value and its children are ignored. */
  readonly legacyTextForm?: boolean;
  /** `prefix`: every name that begins like this is taken for this element. */
  readonly nameMatch?: 'prefix';
  readonly attributes?: readonly AttributeReference[];
  /** An attribute that is not listed; without it nothing happens. */
  readonly onUnknownAttribute?: Reaction;
  readonly children?: readonly ElementReference[];
  readonly onUnknownChild?: Reaction;
}

export interface SectionReference {
  /** The section's own name; for a wodle `wodle:command`. */
  readonly section: string;
  /** The element as written, where it differs from `section` (`wodle:command` is `<wodle name="command">`). */
  readonly element?: string;
  readonly wodleName?: string;
  /** Names of the wodle from before, which still work, with a warning. */
  readonly formerNames?: readonly string[];
  readonly doc: string;
  /** Its page in Wazuh's documentation. */
  readonly url: string;
  readonly appliesTo: readonly Installation[];
  readonly os?: readonly System[];
  readonly inAgentConf: boolean;
  readonly repeatable: boolean;
  /** false: without a child element it counts as an unknown section (error 1230). */
  readonly emptyAllowed: boolean;
  /** What several blocks, or several roots, come to. */
  readonly multiplicity?: string;
  readonly multipleRoots?: string;
  /** The daemons that read it. */
  readonly readBy: readonly string[];
  readonly sinceVersion?: string;
  readonly removedIn?: string;
  readonly changesIn5?: string;
  readonly deprecated?: { readonly since: string; readonly replacement: string };
  readonly note?: string;
  /** The start-up test (`-t`) passes over it: what is wrong shows when the daemon runs. */
  readonly notInStartUpTest?: boolean;
  /** Installations on which the file must hold this section, and what happens when it does not. */
  readonly requiredOn?: readonly Installation[];
  readonly onMissingSection?: Reaction;
  readonly onUse?: Use;
  /** What the daemons of the other installation write when they meet the section; without it they say nothing. */
  readonly onMisplaced?: Reaction;
  /** Without a child, where the module says so itself; without it error 1230 where `emptyAllowed` is false. */
  readonly onEmptySection?: Reaction;
  /** A second section of the name in the file. */
  readonly onRepeated?: Reaction;
  /** What happens where the section itself has no place. */
  readonly onInvalidSection?: Reaction;
  /** No place in agent.conf, but verify-agent-conf on a manager reads and checks it there. */
  readonly checkedInAgentConf?: boolean;
  /** verify-agent-conf refuses the file where the daemon only warns and gives up the section. */
  readonly agentConfScopeSectionRefuses?: boolean;
  /** Several blocks fill one structure: `requires` and mandatory children are judged on all blocks read so far. */
  readonly mergesBlocks?: boolean;
  /** Only the first child element is looked at. */
  readonly onlyFirstChild?: boolean;
  readonly requires?: readonly Requirement[];
  readonly attributes?: readonly AttributeReference[];
  readonly onUnknownChild?: Reaction;
  /** `onUnknownChild` where it differs by installation. */
  readonly onUnknownChildByRole?: Readonly<Partial<Record<Installation, Reaction>>>;
  readonly children: readonly ElementReference[];
}

export interface RootReference {
  readonly name: string;
  readonly doc: string;
  /** The files that have this root, under the Wazuh home. */
  readonly files: readonly string[];
  readonly sinceVersion?: string;
  /** Filters of an `<agent_config>`: only name, type and doc are known of them. */
  readonly attributes: readonly Pick<AttributeReference, 'name' | 'type' | 'doc'>[];
}

/** What `data/ossec-conf.json` holds. */
export interface Reference {
  /** The release that it was read from: `4.14.7`. */
  readonly version: string;
  readonly roots: readonly RootReference[];
  /** What a type's name means, in words. */
  readonly types: Readonly<Record<string, string>>;
  readonly removedSectionsIn5: readonly string[];
  readonly newSectionsIn5: readonly string[];
  readonly removedWodlesIn5: readonly string[];
  readonly sections: readonly SectionReference[];
}

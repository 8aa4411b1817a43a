/**
 * The configuration language as data: what `data/ossec-conf.json` says of sections, elements and attributes.
 * The file's own `meta.addedKeys` explains each key; only those that the product reads are typed here.
 */

/** What a daemon does with a value that it does not take. */
export interface Reaction {
  readonly reaction: 'error' | 'warning' | 'silent' | string;
  readonly scope?: string;
  readonly messageId?: string;
  readonly effect?: string;
}

export interface ValueReference {
  readonly value: string;
  readonly doc?: string;
  readonly aliases?: readonly string[];
}

export interface AttributeReference {
  readonly name: string;
  readonly doc?: string;
  readonly type: string;
  readonly values?: readonly ValueReference[];
  readonly default?: string;
  readonly required?: boolean;
}

export interface ElementReference {
  readonly name: string;
  readonly doc: string;
  readonly type: string;
  readonly values?: readonly ValueReference[];
  readonly default?: string;
  readonly defaultStock?: string;
  readonly min?: number;
  readonly max?: number;
  readonly units?: unknown;
  readonly unit?: string;
  readonly required: boolean;
  readonly repeatable: boolean;
  readonly appliesTo?: readonly string[];
  readonly deprecated?: { readonly since?: string; readonly replacement?: string };
  readonly removedIn?: string;
  readonly sinceVersion?: string;
  readonly onInvalid?: Reaction;
  readonly note?: string;
  readonly attributes?: readonly AttributeReference[];
  readonly children?: readonly ElementReference[];
}

export interface SectionReference {
  readonly section: string;
  /** The element as written, where it differs from `section` (`wodle:command` is `<wodle name="command">`). */
  readonly element?: string;
  readonly wodleName?: string;
  readonly doc: string;
  readonly url: string;
  readonly appliesTo: readonly string[];
  readonly inAgentConf: boolean;
  readonly repeatable: boolean;
  readonly emptyAllowed: boolean;
  readonly removedIn?: string;
  readonly note?: string;
  readonly attributes?: readonly AttributeReference[];
  readonly onUnknownChild?: Reaction;
  readonly children: readonly ElementReference[];
}

export interface RootReference {
  readonly name: string;
  readonly doc: string;
  readonly attributes?: readonly AttributeReference[];
}

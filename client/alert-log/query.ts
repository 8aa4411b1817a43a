import { type Alert, field, readAlert } from '../../wazuh/alert';

/** What the user looks for: every word has to fit. */
export type Query = readonly Word[];

type Word =
  /** Anywhere in the line, whatever the case. */
  | { readonly kind: 'text'; readonly pattern: RegExp }
  /** The number of the rule. */
  | { readonly kind: 'rule'; readonly id: string }
  /** The agent's number, or a part of its name. */
  | { readonly kind: 'agent'; readonly name: string }
  /** The lowest level. */
  | { readonly kind: 'level'; readonly least: number };

/** Reads `rule:5712 agent:web level:10 203.0.113.7`: prefixed words ask for a field, others for a text of the line. */
export function readQuery(text: string): Query {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((word): Word => {
      const [, prefix, value = ''] = /^(rule|agent|level):(.*)$/i.exec(word) ?? [];
      switch (prefix?.toLowerCase()) {
        case 'rule':
          return { kind: 'rule', id: value };
        case 'agent':
          return { kind: 'agent', name: value.toLowerCase() };
        case 'level':
          return { kind: 'level', least: Number(value) || 0 };
        default:
          return { kind: 'text', pattern: new RegExp(escaped(word), 'i') };
      }
    });
}

/** The alert of a line, if it is one and fits. The text is looked through first: most lines need no parsing. */
export function fitting(line: string, query: Query): Alert | undefined {
  for (const word of query) if (word.kind === 'text' && !word.pattern.test(line)) return undefined;
  const read = readAlert(line);
  return read.kind === 'alert' && query.every((word) => fits(read.alert, word)) ? read.alert : undefined;
}

function fits(alert: Alert, word: Word): boolean {
  switch (word.kind) {
    case 'text':
      return true;
    case 'rule':
      return String(field(alert, 'rule.id')) === word.id || word.id === '';
    case 'agent': {
      const name = String(field(alert, 'agent.name') ?? '').toLowerCase();
      return name.includes(word.name) || field(alert, 'agent.id') === word.name;
    }
    case 'level':
      return Number(field(alert, 'rule.level')) >= word.least;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

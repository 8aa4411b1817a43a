import { type JqResult, type JqVariable, jqFilter } from '../../jq/filter';
import { distinct, type Held } from '../../message-read';
import { around, child, childrenOf, descendants, type SyntaxNode, within } from '../../syntax/node';
import { type Command, commandAt, literal, operands, valued } from './command';
import { lacking, nameIn, onlyVariable, type Said, said } from './said';
import { readAt } from './stdin';

/** What stands for `$1` and its like while one call of a function is looked at. */
export interface Frame {
  readonly call: SyntaxNode;
  readonly words: readonly SyntaxNode[];
  readonly outer: Frame | undefined;
}

/** What jq takes from its input. */
export interface JqUse extends JqResult {
  readonly filter: Said;
}

/** What the variables and pipes of a shell script hold of execd's message. */
export interface ShellValues {
  /** What a command gets on stdin. */
  input(node: SyntaxNode, frame: Frame | undefined): readonly Held[];
  /** What a variable holds. */
  variable(name: string, use: SyntaxNode, frame: Frame | undefined): readonly Held[];
  word(node: SyntaxNode, frame: Frame | undefined): readonly Held[];
  /** What a word says, with what is known of its variables put in. */
  said(node: SyntaxNode, frame: Frame | undefined): Said;
  jq(command: Command, frame: Frame | undefined): JqUse | undefined;
  /** The calls of a function. */
  calls(home: SyntaxNode): readonly SyntaxNode[];
  /** The calls by which a function's own parameters are known, for a part of it that needs them; else none. */
  frames(node: SyntaxNode, needs: readonly string[]): readonly (Frame | undefined)[];
}

const message: readonly Held[] = [{ path: [], sure: true }];
/** The key of something that is not known: only execd's message has parameters. */
const unknown = '\0';
const anything: readonly Held[] = [{ path: [unknown], sure: true }];

const deepest = 24;
/** More calls of one function are not looked at. */
const mostCalls = 60;

/** Programs that hand on what they get, perhaps in another form. */
const passOn = /^(?:cat|tac|head|tail|tr|sed|sort|uniq|xargs|tee|fold|base64|iconv|dos2unix)$/;

/** Follows execd's message through a shell script. */
export function shellValues(root: SyntaxNode): ShellValues {
  const nodes = [...descendants(root)];
  const functions = new Map<string, SyntaxNode>();
  const calls = new Map<string, SyntaxNode[]>();
  const assignments = new Map<string, Assigned[]>();
  const written: { readonly place: string; readonly by: SyntaxNode }[] = [];
  for (const node of nodes) {
    if (node.type === 'function_definition') functions.set(child(node, 'name')?.text ?? '', node);
    for (const each of assignedAt(node)) {
      const known = assignments.get(each.name);
      if (known) known.push(each);
      else assignments.set(each.name, [each]);
    }
    const command = commandAt(node);
    if (command) {
      const known = calls.get(command.name);
      if (known) known.push(node);
      else calls.set(command.name, [node]);
    }
    const place = writtenTo(node);
    if (place !== undefined) written.push({ place, by: node });
  }
  const kept = new Map<SyntaxNode | string, readonly Held[]>();
  let depth = 0;

  /** Keeps what was found where no call is looked at, and goes no deeper than that is of use. */
  function once(
    key: SyntaxNode | string,
    frame: Frame | undefined,
    find: () => readonly Held[],
  ): readonly Held[] {
    const before = frame ? undefined : kept.get(key);
    if (before) return before;
    if (depth > deepest) return [];
    depth++;
    if (!frame) kept.set(key, []);
    const found = distinct(find());
    if (!frame) kept.set(key, found);
    depth--;
    return found;
  }

  function ofWord(node: SyntaxNode, frame: Frame | undefined): readonly Held[] {
    switch (node.type) {
      case 'simple_expansion':
      case 'expansion': {
        const usual = node.children.flatMap((each) =>
          /expansion|substitution|string/.test(each.type) ? ofWord(each, frame) : [],
        );
        return [...ofVariable(nameIn(node) ?? '', node, frame), ...usual];
      }
      case 'string': {
        const parts = node.children.filter(({ type }) => type !== '"' && type !== 'string_content');
        return parts.length === 1 && parts[0] ? ofWord(parts[0], frame) : [];
      }
      case 'heredoc_body':
      case 'concatenation': {
        const only = onlyVariable(wordSaid(node, frame).text);
        return only === undefined ? [] : ofVariable(only, node, frame);
      }
      case 'command_substitution':
      case 'process_substitution':
        return readAt(node) ? message : printed(node.children.slice(1, -1), frame);
      default:
        return [];
    }
  }

  function ofVariable(name: string, use: SyntaxNode, frame: Frame | undefined): readonly Held[] {
    const home = around(use, 'function_definition');
    if (/^\d$/.test(name)) {
      if (frame) {
        const word = frame.words[Number(name) - 1];
        return word ? ofWord(word, frame.outer) : [];
      }
      return once(`${home?.start} ${name}`, undefined, () =>
        callsOf(home).flatMap((call) => {
          const word = commandAt(call)?.words[Number(name) - 1];
          return word ? ofWord(word, undefined) : [];
        }),
      );
    }
    const all = assignmentsOf(name, use);
    const inFrame =
      frame && all.some(({ home: own }) => own !== undefined && own === home) ? frame : undefined;
    const found = once(`${home?.start} ${name}`, inFrame, () =>
      all.flatMap((each) => assigned(each, inFrame)),
    );
    if (found.length > 0 || all.some(({ value }) => value && !isEmpty(value))) return found;
    return /^alert(?:_?json)?$/i.test(name) ? [{ path: ['parameters', 'alert'], sure: false }] : found;
  }

  /** The assignments of a variable: those of the function that uses it, if it has some. */
  function assignmentsOf(name: string, use: SyntaxNode): readonly Assigned[] {
    const all = assignments.get(name) ?? [];
    const home = around(use, 'function_definition');
    const own = home ? all.filter((each) => each.home === home) : [];
    return own.length > 0 ? own : all;
  }

  function assigned({ value, read, at }: Assigned, frame: Frame | undefined): readonly Held[] {
    if (value) return ofWord(value, frame);
    if (!read) return [];
    const held = inputOf(read, frame);
    // Of several names each gets a part.
    return at === undefined ? held : held.slice(at, at + 1);
  }

  /** What statements print, the last of them that prints anything. */
  function printed(statements: readonly SyntaxNode[], frame: Frame | undefined): readonly Held[] {
    return statements.flatMap((statement) => output(statement, frame));
  }

  function output(node: SyntaxNode, frame: Frame | undefined): readonly Held[] {
    switch (node.type) {
      case 'command':
        return once(node, frame, () => ofCommand(node, frame));
      case 'redirected_statement': {
        const [body] = node.children;
        return isRedirected(node) || !body ? [] : output(body, frame);
      }
      case 'pipeline': {
        const last = node.children.at(-1);
        return last ? output(last, frame) : [];
      }
      case 'list':
      case 'compound_statement':
      case 'subshell':
      case 'if_statement':
      case 'elif_clause':
      case 'else_clause':
      case 'case_statement':
      case 'case_item':
      case 'do_group':
      case 'for_statement':
      case 'while_statement':
        return node.children.flatMap((each) => output(each, frame));
      default:
        return [];
    }
  }

  function ofCommand(node: SyntaxNode, frame: Frame | undefined): readonly Held[] {
    const command = commandAt(node);
    if (!command || isRedirected(node)) return [];
    const { name, words } = command;
    if (name === 'jq') return jqUse(command, frame)?.outputs ?? [];
    if (name === 'echo' || name === 'printf') {
      const held = words.map((word) => ofWord(word, frame));
      return held.find((each) => each.length > 0) ?? [];
    }
    const own = functions.get(name);
    if (own) {
      const body = child(own, 'body');
      if (!body || framesDeep(frame) > 4) return [];
      return output(body, { call: node, words, outer: frame });
    }
    if (name === 'timeout' || passOn.test(name)) {
      const files = operands(words, valued[name]).flatMap((word) => fileHeld(word, frame) ?? []);
      return files.length > 0 ? files : inputOf(node, frame);
    }
    return [];
  }

  function inputOf(node: SyntaxNode, frame: Frame | undefined): readonly Held[] {
    /** Whether what was come from is a part of a word: it has its stdin from the shell, not from the command. */
    let isInWord = false;
    for (let inner = node; ; ) {
      const given = isInWord ? undefined : redirectedInto(inner, frame);
      if (given) return given;
      const { parent } = inner;
      if (!parent) return message;
      isInWord = inner.field === 'redirect' || inner.field === 'argument';
      if (parent.type === 'pipeline' && inner.index > 0) {
        const before = parent.children.slice(0, inner.index).findLast(({ type }) => !/^\|&?$/.test(type));
        return before ? output(before, frame) : [];
      }
      if (parent.type === 'function_definition') {
        if (frame) return inputOf(frame.call, frame.outer);
        const all = callsOf(parent);
        return all.length === 0
          ? message
          : once(parent, undefined, () => all.flatMap((call) => inputOf(call, undefined)));
      }
      inner = parent;
    }
  }

  /** What a redirection of its own gives a statement; undefined without one. */
  function redirectedInto(node: SyntaxNode, frame: Frame | undefined): readonly Held[] | undefined {
    for (const redirect of node.children.filter(({ field }) => field === 'redirect')) {
      const [last] = redirect.children.slice(-1);
      if (redirect.type === 'herestring_redirect') return last ? ofWord(last, frame) : [];
      if (redirect.type === 'heredoc_redirect') {
        const body = redirect.children.find(({ type }) => type === 'heredoc_body');
        return body ? ofWord(body, frame) : [];
      }
      const target = child(redirect, 'destination');
      if (target && redirect.children.some(({ type }) => type === '<')) return fileHeld(target, frame) ?? [];
    }
    return undefined;
  }

  /** What a file holds: stdin by another name, what a command prints, or what was written to it. */
  function fileHeld(word: SyntaxNode, frame: Frame | undefined): readonly Held[] | undefined {
    if (/^(?:-|\/dev\/stdin|\/dev\/fd\/0|\/proc\/self\/fd\/0)$/.test(literal(word) ?? '')) return message;
    if (word.type === 'process_substitution') return ofWord(word, frame);
    const place = bare(word);
    const writers = written.filter((each) => each.place === place);
    return writers.length === 0 ? undefined : writers.flatMap(({ by }) => writes(by, frame));
  }

  function writes(node: SyntaxNode, frame: Frame | undefined): readonly Held[] {
    const command = commandAt(node);
    if (command?.name === 'tee') return inputOf(node, frame);
    const body = node.type === 'redirected_statement' ? node.children[0] : undefined;
    const inner = body && commandAt(body);
    if (!body || !inner) return [];
    if (inner.name === 'echo' || inner.name === 'printf')
      return inner.words.map((word) => ofWord(word, frame)).find((held) => held.length > 0) ?? [];
    return passOn.test(inner.name) ? inputOf(body, frame) : [];
  }

  function jqUse(command: Command, frame: Frame | undefined): JqUse | undefined {
    const { node, words } = command;
    if (words.some((word) => /^(?:-f|--from-file)$/.test(literal(word) ?? ''))) return undefined;
    const [word, ...files] = operands(words, valued.jq);
    if (!word) return undefined;
    const filter = wordSaid(word, frame);
    const isBare = words.some((each) => /^(?:-[a-zA-Z]*n[a-zA-Z]*|--null-input)$/.test(literal(each) ?? ''));
    const given = isBare
      ? []
      : files.length > 0
        ? files.flatMap((file) => fileHeld(file, frame) ?? [])
        : inputOf(node, frame);
    const { reads, outputs } = jqFilter(
      filter.text,
      given.length > 0 ? given : anything,
      jqVariables(words, frame),
    );
    return {
      filter,
      reads: reads.flatMap((read) => {
        const held = known(read.held);
        return held.length > 0 ? [{ ...read, held }] : [];
      }),
      outputs: known(outputs),
    };
  }

  function jqVariables(
    words: readonly SyntaxNode[],
    frame: Frame | undefined,
  ): ReadonlyMap<string, JqVariable> {
    const variables = new Map<string, JqVariable>();
    for (const [at, word] of words.entries()) {
      const option = literal(word);
      const [name, value] = [words[at + 1], words[at + 2]];
      if (!/^--(?:arg|argjson)$/.test(option ?? '') || !name || !value) continue;
      const text = wordSaid(value, frame).text;
      variables.set(literal(name) ?? '', {
        held: ofWord(value, frame),
        text: lacking(text).length === 0 ? text : undefined,
      });
    }
    return variables;
  }

  function wordSaid(node: SyntaxNode, frame: Frame | undefined): Said {
    return said(node, (name) => resolved(name, node, frame));
  }

  /** What a variable says: the word that stands for it in the call, or the one text that the script gives it. */
  function resolved(name: string, use: SyntaxNode, frame: Frame | undefined): Said | undefined {
    if (depth > deepest) return undefined;
    if (/^\d$/.test(name)) {
      const word = frame?.words[Number(name) - 1];
      return word && wordSaid(word, frame?.outer);
    }
    const all = assignmentsOf(name, use);
    const [only] = all;
    if (all.length !== 1 || !only?.value) return undefined;
    const isLocal = only.home !== undefined && only.home === around(use, 'function_definition');
    depth++;
    const text = wordSaid(only.value, isLocal ? frame : undefined);
    depth--;
    // What a command prints is not known.
    return lacking(text.text).includes('') ? undefined : text;
  }

  function callsOf(home: SyntaxNode | undefined): readonly SyntaxNode[] {
    const name = child(home, 'name')?.text ?? '';
    return (calls.get(name) ?? []).filter((call) => home && !within(call, home)).slice(0, mostCalls);
  }

  function frames(node: SyntaxNode, needs: readonly string[]): readonly (Frame | undefined)[] {
    const home = around(node, 'function_definition');
    if (!home || !needs.some((name) => isPassed(name, home, []))) return [undefined];
    const found = callsOf(home).flatMap((call): readonly Frame[] => {
      const words = commandAt(call)?.words ?? [];
      const further = words.flatMap((word) => lacking(wordSaid(word, undefined).text));
      return frames(call, further).map((outer) => ({ call, words, outer }));
    });
    return found.slice(0, mostCalls);
  }

  /** Whether a name of a function stands for something that its caller gives. */
  function isPassed(name: string, home: SyntaxNode, seen: readonly string[]): boolean {
    if (/^\d$/.test(name)) return true;
    if (seen.includes(name)) return false;
    return (assignments.get(name) ?? []).some(
      (each) =>
        each.home === home &&
        each.value !== undefined &&
        lacking(said(each.value, () => undefined).text).some((inner) =>
          isPassed(inner, home, [...seen, name]),
        ),
    );
  }

  return {
    input: inputOf,
    variable: ofVariable,
    word: ofWord,
    said: wordSaid,
    jq: jqUse,
    calls: callsOf,
    frames,
  };
}

/** A value that a variable gets; from `read` what a statement gets on stdin. */
interface Assigned {
  readonly name: string;
  readonly home: SyntaxNode | undefined;
  readonly value?: SyntaxNode | undefined;
  readonly read?: SyntaxNode | undefined;
  /** Which one of several names it is. */
  readonly at?: number | undefined;
}

function assignedAt(node: SyntaxNode): readonly Assigned[] {
  const home = around(node, 'function_definition');
  if (node.type === 'variable_assignment') {
    // Before a command it is for that command alone.
    const name = child(node, 'name')?.text;
    return name === undefined ? [] : [{ name, home, value: child(node, 'value') }];
  }
  const command = commandAt(node);
  if (command?.name !== 'read' && command?.name !== 'mapfile' && command?.name !== 'readarray') return [];
  const names = operands(command.words, ['-d', '-t', '-p', '-n', '-u', '-N', '-O', '-s']).flatMap(
    (word) => literal(word) ?? [],
  );
  const several = command.name === 'read' && names.length > 1;
  return (names.length > 0 ? names : ['REPLY']).map((name, at) => ({
    name,
    home,
    read: node,
    at: several ? at : undefined,
  }));
}

/** The file that a statement writes its output to. */
function writtenTo(node: SyntaxNode): string | undefined {
  const command = commandAt(node);
  if (command?.name === 'tee') {
    const [file] = operands(command.words);
    return file && bare(file);
  }
  if (node.type !== 'redirected_statement') return undefined;
  const redirect = childrenOf(node, 'redirect').find(({ children }) =>
    children.some(({ type }) => /^>>?$/.test(type)),
  );
  const target = child(redirect, 'destination');
  return target && bare(target);
}

/** Whether what a statement prints goes to a file. */
function isRedirected(node: SyntaxNode): boolean {
  return childrenOf(node, 'redirect').some(
    (redirect) =>
      redirect.children.some(({ type }) => /^(?:&?>>?|>\|)$/.test(type)) &&
      !/^[02-9]$/.test(child(redirect, 'descriptor')?.text ?? '1'),
  );
}

function bare(word: SyntaxNode): string {
  return word.text.replaceAll(/^["']|["']$/g, '').replaceAll(/\$\{(\w+)\}/g, '$$$1');
}

function isEmpty(value: SyntaxNode): boolean {
  return /^(?:""|''|)$/.test(value.text);
}

/** What is known to be of the message: behind something unknown only what is under its `parameters`. */
function known(held: readonly Held[]): readonly Held[] {
  return held.flatMap(({ path, sure }) => {
    if (path[0] !== unknown) return [{ path, sure }];
    return path[1] === 'parameters' ? [{ path: path.slice(1), sure }] : [];
  });
}

function framesDeep(frame: Frame | undefined): number {
  return frame ? 1 + framesDeep(frame.outer) : 0;
}

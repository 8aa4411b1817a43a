import { around, child, descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';
import { blockingFile, isAct, isOwn } from '../bash/acts';
import { callAt, lastName, literal, type PythonCall, stringValue } from './expression';

/** A word of a command; undefined where something is put into it that the text does not tell. */
type Word = string | undefined;

/** A function that runs what it is given, behind words of its own: `def ufw(*words): run(["ufw", *words])`. */
interface Runner {
  readonly before: readonly Word[];
  /** From which of its arguments on. */
  readonly from: number;
}

/** Calls that hand a line to a shell. */
export const runsShell =
  /^(?:os\.(?:system|popen)|commands\.getoutput|subprocess\.(?:getoutput|getstatusoutput))$/;
/** Calls that start a program by its words. */
export const starts = /^(?:subprocess\.)?(?:run|call|check_call|check_output|Popen)$/;

/** Whether a Python node changes the host: by itself, by a program that it starts, or by a function that starts one. */
export function actsAt(node: SyntaxNode): boolean {
  const call = callAt(node);
  if (!call) return false;
  const [first] = call.positional;
  if (/\.(?:kill|terminate|suspend)$/.test(call.name) && !call.name.startsWith('os.'))
    return usesPsutil(node) && call.positional.length === 0;
  if (!first) return false;
  if (call.name === 'os.kill') return call.positional[1]?.text !== '0';
  if (/^(?:os\.(?:remove|unlink|rename|chmod|rmdir)|shutil\.(?:move|rmtree))$/.test(call.name))
    return !isOwn(call.positional.map(({ text }) => text).join(' '));
  if (call.name === 'open' && (blockingFile.test(stringValue(first) ?? '') || isTakenAway(first)))
    return /[wax]/.test(literal(call.positional[1] ?? call.named.get('mode')) ?? '');
  if (starts.test(call.name) || runsShell.test(call.name)) return commandsIn(first).some(isActing);
  const runner = runners(node).get(lastName(call.name));
  return runner !== undefined && given(runner, call).some(isActing);
}

/** Whether a script removes a file as well: what it takes away when a response is undone, it has put there for one. */
function isTakenAway(file: SyntaxNode): boolean {
  const path = stringValue(file);
  return path !== undefined && !isOwn(path) && removed(file).has(path);
}

/** The files that a script removes, as far as they have one name. */
const removed = oncePerTree(
  (root): ReadonlySet<string> =>
    new Set(
      [...descendants(root, 'call')].flatMap((node) => {
        const call = callAt(node);
        const path = stringValue(call?.positional[0]);
        return call && path !== undefined && /^os\.(?:remove|unlink)$/.test(call.name) ? [path] : [];
      }),
    ),
);

/** The commands that a runner makes of what a call gives it. */
function given({ before, from }: Runner, { positional }: PythonCall): readonly (readonly Word[])[] {
  const [first, ...more] = positional.slice(from);
  if (!first) return [before];
  if (more.length > 0) return [[...before, ...[first, ...more].map(stringValue)]];
  const given = commandsIn(first);
  return (given.length > 0 ? given : [[stringValue(first)]]).map((words) => [...before, ...words]);
}

/** Programs that run what stands behind them. */
const wrapper = /^(?:sudo|doas|env|nohup|nice|timeout)$/;

function isActing(words: readonly Word[]): boolean {
  const at = words.findIndex(
    (word) => word === undefined || !(wrapper.test(baseName(word)) || /^-|^\d+[smh]?$|=/.test(word)),
  );
  const [program, ...rest] = at === -1 ? [] : words.slice(at);
  // A word that the text does not tell may be the one that acts, unless one is there: `iptables ACTION INPUT`.
  const acts = rest.findIndex((word) => word !== undefined && /^-[A-Z]$|^--\w|^[a-z]+$/.test(word));
  const said = rest.map((word, index) => word ?? (acts === -1 || index < acts ? '-I' : '?'));
  return program !== undefined && isAct(program, said.join(' '));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The commands that a value may be: a list of words, a line for a shell, or a name for either. */
function commandsIn(value: SyntaxNode): readonly (readonly Word[])[] {
  switch (value.type) {
    case 'list':
    case 'tuple':
      return [items(value).map(word)];
    case 'string':
    case 'concatenated_string':
      return [line(value.text)];
    case 'identifier':
      return isParameter(value) ? [] : (commands(value).get(value.text) ?? []);
    case 'binary_operator': {
      const [left, right] = [child(value, 'left'), child(value, 'right')];
      if (!left || !right) return [];
      const behind = commandsIn(right)[0] ?? [undefined];
      return left.type === 'list' || left.type === 'binary_operator' || left.type === 'identifier'
        ? commandsIn(left).map((words) => [...words, ...behind])
        : [line(value.text)];
    }
    case 'call': {
      const call = callAt(value);
      const [inner] = call?.positional ?? [];
      return call && inner && /^(?:split|list|format)$/.test(lastName(call.name)) ? commandsIn(inner) : [];
    }
    default:
      return [];
  }
}

/** A line for a shell, from its first quotation mark on. */
function line(text: string): readonly Word[] {
  const inside = text.replace(/^[a-zA-Z]*["']+/, '').replace(/["']+\s*(?:\+|%|\.format).*$/s, '');
  return inside
    .replace(/["']+$/, '')
    .split(/\s+/)
    .map((part) => (/\{.*\}|%s/.test(part) ? undefined : part));
}

function items(list: SyntaxNode): readonly SyntaxNode[] {
  return list.children.filter(({ type }) => !/^[[\](),]$|^comment$/.test(type));
}

/** What a word of a list says; of the path of a program that is looked for, what is looked for. */
function word(node: SyntaxNode): Word {
  const text = stringValue(node);
  if (text !== undefined) return text;
  const value = node.type === 'identifier' ? programs(node).get(node.text) : node;
  const call = value && callAt(value);
  return call && lastName(call.name) === 'which' ? stringValue(call.positional[0]) : alternative(value);
}

/** `which("iptables") or "/sbin/iptables"`. */
function alternative(value: SyntaxNode | undefined): Word {
  if (value?.type !== 'boolean_operator' && value?.type !== 'conditional_expression') return undefined;
  return [...descendants(value, 'string')].map(literal).find((text) => text !== undefined);
}

/** The lists and lines that a name is given anywhere. */
const commands = oncePerTree((root): ReadonlyMap<string, readonly (readonly Word[])[]> => {
  const found = new Map<string, (readonly Word[])[]>();
  for (const node of descendants(root, 'assignment')) {
    const [left, right] = [child(node, 'left'), child(node, 'right')];
    if (
      left?.type !== 'identifier' ||
      !right ||
      !/^(?:list|string|concatenated_string|binary_operator)$/.test(right.type)
    )
      continue;
    found.set(left.text, [...(found.get(left.text) ?? []), ...commandsOf(right)]);
  }
  return found;
});

/** As `commandsIn`, for values that name no other: a name may be given itself. */
function commandsOf(value: SyntaxNode): readonly (readonly Word[])[] {
  return [...descendants(value, 'identifier')].some(({ parent }) => parent?.type === 'binary_operator')
    ? [line(value.text)]
    : commandsIn(value);
}

/** What names are given that are neither lists nor texts: the path of a program may be one. */
const programs = oncePerTree((root): ReadonlyMap<string, SyntaxNode> => {
  const found = new Map<string, SyntaxNode>();
  for (const node of descendants(root, 'assignment')) {
    const [left, right] = [child(node, 'left'), child(node, 'right')];
    if (left && right) found.set(left.text, right);
  }
  return found;
});

const usesPsutil = oncePerTree((root) => /\bpsutil\b/.test(root.text));

/** The functions of a script that run what they are given. */
const runners = oncePerTree((root): ReadonlyMap<string, Runner> => {
  const found = new Map<string, Runner>();
  for (const definition of descendants(root, 'function_definition')) {
    const name = child(definition, 'name')?.text;
    const own = parametersOf(definition);
    for (const node of descendants(definition, 'call')) {
      const call = callAt(node);
      const [first] = call?.positional ?? [];
      if (!call || !first || !(starts.test(call.name) || runsShell.test(call.name))) continue;
      const parts = pieces(first);
      const at = parts.findIndex((part) => own.includes(nameIn(part) ?? ''));
      if (name === undefined || at === -1) continue;
      // One that takes its words one by one, `["iptables", action, chain]`, acts in its own body.
      if (at === parts.length - 1 && isRest(parts[at]))
        found.set(name, { before: parts.slice(0, at).map(word), from: own.indexOf(nameIn(parts[at]) ?? '') });
    }
  }
  return found;
});

/** `["ufw", *words]` and `["ufw"] + list(words)` piece by piece. */
function pieces(value: SyntaxNode): readonly SyntaxNode[] {
  if (value.type === 'list') return items(value);
  if (value.type !== 'binary_operator') return [value];
  return [child(value, 'left'), child(value, 'right')].flatMap((side) => (side ? pieces(side) : []));
}

/** The name that a piece is, as it is or in another form: `words`, `*words`, `list(words)`. */
function nameIn(piece: SyntaxNode | undefined): string | undefined {
  return piece && /^(?:\*|list\(|tuple\(|shlex\.split\()?(\w+)\)?$/.exec(piece.text)?.[1];
}

/** Whether a piece stands for any number of words. */
function isRest(piece: SyntaxNode | undefined): boolean {
  return piece?.type === 'identifier' ? piece.parent?.type !== 'list' : true;
}

function parametersOf(definition: SyntaxNode): readonly string[] {
  return (child(definition, 'parameters')?.children ?? [])
    .filter(({ type }) => /identifier|parameter|pattern/.test(type))
    .map(({ text }) => /\w+/.exec(text)?.[0] ?? '')
    .filter((name) => name !== 'self' && name !== 'cls');
}

function isParameter(node: SyntaxNode): boolean {
  const home = around(node, 'function_definition');
  return home !== undefined && parametersOf(home).includes(node.text);
}

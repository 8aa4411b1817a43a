import { t } from '@vscode/l10n';
import { compiledFor } from './compiled';
import { isParsed, shebang } from './language';
import type { Script } from './script';
import { descendants, nodeAt, type SyntaxNode } from './syntax/node';
import { type Sign, type System, signsIn } from './system-signs';
import { tongues } from './tongues';
import type { Tongue } from './tongues/tongue';

export type { System } from './system-signs';

/** What a script is for: one system, told by what was seen (a localised phrase: `it runs taskkill`); or any. */
export type ScriptSystem = { readonly system: System; readonly reason: string } | { readonly system: 'any' };

const any: ScriptSystem = { system: 'any' };
const kept = new WeakMap<Script, ScriptSystem>();

/**
 * The system that a script is for, as far as its name and its text tell. What it does only after a look at the system
 * that it runs on tells nothing: such a script knows several. In doubt it is for any.
 */
export function systemOf(script: Script): ScriptSystem {
  const before = kept.get(script);
  if (before) return before;
  const found = byName(script) ?? byText(script);
  kept.set(script, found);
  return found;
}

/** The system, unless it is the one that scripts are tried on here: then there is nothing to say. */
export function elsewhere(
  script: Script,
): { readonly system: Exclude<System, 'linux'>; readonly reason: string } | undefined {
  const found = systemOf(script);
  return found.system === 'windows' || found.system === 'macos'
    ? { system: found.system, reason: found.reason }
    : undefined;
}

/** How a system is called. */
export function systemName(system: System): string {
  return { linux: 'Linux', windows: 'Windows', macos: 'macOS' }[system];
}

function byName({ fileName, text, language, code }: Script): ScriptSystem | undefined {
  const compiled = compiledFor(text);
  if (compiled) return { system: compiled, reason: t('it is a compiled program') };
  const named = shebang(text);
  if (named && /^[A-Za-z]:[\\/]/.test(named.path))
    return { system: 'windows', reason: t('its first line names {0}', named.path) };
  if (language === 'batch')
    return { system: 'windows', reason: t('its name ends in {0}', /\.\w+$/.exec(fileName)?.[0] ?? '.cmd') };
  if (language !== 'powershell' || named || /\$Is(?:Linux|MacOS)\b|\/var\/ossec\b/i.test(code))
    return undefined;
  return {
    system: 'windows',
    reason: t('its name ends in {0}, and no first line names pwsh', /\.\w+$/.exec(fileName)?.[0] ?? '.ps1'),
  };
}

function byText(script: Script): ScriptSystem {
  if (!isParsed(script.language)) return any;
  const tongue = tongues[script.language];
  const only = endsElsewhere(script, tongue);
  if (only) return { system: only, reason: t('it ends at once on any other system') };
  const signs = signsIn(script);
  const isGuarded = guards(script, tongue);
  const open = signs.filter(({ span }) => !isGuarded(nodeAt(script.root, span)));
  return (
    bySigns(open.filter(({ weak }) => !weak)) ??
    byPlainGuard(script, tongue, signs) ??
    byMake(script, signs) ??
    (open.length === signs.length && !shebang(script.text) ? bySigns(open) : undefined) ??
    any
  );
}

/** The one system that all signs speak for. */
function bySigns(signs: readonly Sign[]): ScriptSystem | undefined {
  const [first] = signs;
  if (!first || signs.some(({ system }) => system !== first.system)) return undefined;
  return { system: first.system, reason: reasonFor(signs.find(({ kind }) => kind === 'program') ?? first) };
}

function reasonFor({ kind, what }: Sign): string {
  switch (kind) {
    case 'import':
      return t('it needs {0}', what);
    case 'program':
      return t('it runs {0}', what);
    case 'path':
      return t('it names {0}', what);
  }
}

/** Nothing was done to it that Linux needs: no first line, and the line ends of Windows; and it knows Windows. */
function byMake({ text }: Script, signs: readonly Sign[]): ScriptSystem | undefined {
  if (/^[ \t]*#!/m.test(text) || !/\r\n/.test(text) || /[^\r]\n/.test(text)) return undefined;
  const known = signs.find(({ system }) => system === 'windows');
  return (
    known && {
      system: 'windows',
      reason: t('it has Windows line ends and no first line, and {0}', reasonFor(known)),
    }
  );
}

/** What is done on one system alone, where nothing is said of what to do on another. */
function byPlainGuard(script: Script, tongue: Tongue, signs: readonly Sign[]): ScriptSystem | undefined {
  const found = bySigns(signs.filter(({ weak }) => !weak));
  if (!found || found.system === 'any' || found.system === 'linux') return undefined;
  const questions = [...descendants(script.root)].filter((node) => {
    const clause = tongue.clause(node);
    return clause !== undefined && isAboutSystem(clause.condition);
  });
  if (questions.length === 0) return undefined;
  const isAlternative = questions.some((node) => {
    const clause = tongue.clause(node);
    if (clause === undefined || meant(clause.condition) === found.system) return false;
    const home = functionAround(node, tongue);
    // A function that is left is not the script.
    return !clause.leaves || !(home === undefined || /^main$/i.test(home) || /\bexit\b/i.test(node.text));
  });
  return isAlternative || signs.some(({ system }) => system !== found.system) ? undefined : found;
}

/** `if os.name != "nt": sys.exit()`, in the script's main part: the system that is left. */
function endsElsewhere({ root }: Script, tongue: Tongue): System | undefined {
  for (const node of descendants(root)) {
    const clause = tongue.clause(node);
    if (!clause?.leaves || !asksSystem.test(clause.condition) || !isNegated(clause.condition)) continue;
    const home = functionAround(node, tongue);
    if (home !== undefined && !/^main$/i.test(home)) continue;
    if (home === undefined && isInsideOther(clause.branch, tongue)) continue;
    const system = named(clause.condition);
    if (system !== undefined) return system;
  }
  return undefined;
}

/** Whether a branch stands under another condition than that the file is started: it is not always come to. */
function isInsideOther(branch: SyntaxNode, tongue: Tongue): boolean {
  for (let node: SyntaxNode | undefined = branch; node; node = node.parent) {
    const clause = tongue.clause(node);
    if (clause && !clause.condition.includes('__main__')) return true;
  }
  return false;
}

/** What asks for the system that a script runs on. */
const asksSystem =
  /\bos\.name\b|\bsys\.platform\b|\bplatform\.(?:system|platform|uname)\b|\buname\b|\bOSTYPE\b|\$Is(?:Windows|Linux|MacOS)\b/i;

/** The same, and what may hold its answer. */
function isAboutSystem(condition: string): boolean {
  return (
    asksSystem.test(condition) ||
    /\bis_?(?:windows|win|nt|linux|mac(?:os)?|darwin|posix|unix)\b|["'](?:nt|win32|windows|darwin|linux2?|posix)["']|\bdarwin\b|\/Library\/Ossec|\/var\/ossec|ProgramFiles/i.test(
      condition,
    )
  );
}

function named(condition: string): System | undefined {
  if (/["']nt["']|win32|windows|is_?(?:win|nt)\b/i.test(condition)) return 'windows';
  if (/darwin|mac ?os|is_?mac\b/i.test(condition)) return 'macos';
  return /linux|posix|unix/i.test(condition) ? 'linux' : undefined;
}

function isNegated(condition: string): boolean {
  return /!=|\bnot\b|\bne\b|^\s*!|^else\b/.test(condition);
}

/** The system that a condition is for; undefined for what it leaves. */
function meant(condition: string): System | undefined {
  return isNegated(condition) ? undefined : named(condition);
}

/** Whether a place is come to only after a look at the system: by the conditions around it, or by those of all its callers. */
function guards({ root }: Script, tongue: Tongue): (node: SyntaxNode) => boolean {
  const nodes = [...descendants(root)];
  const bodies = new Map<SyntaxNode, string>();
  for (const node of nodes) {
    const defined = tongue.definition(node);
    if (defined) bodies.set(node, defined.name);
  }
  const calls = new Map<string, SyntaxNode[]>();
  for (const node of nodes) {
    const name = tongue.call(node)?.name;
    if (name !== undefined) calls.set(name, [...(calls.get(name) ?? []), node]);
  }
  const asked = new Set<string>();
  const isGuarded = (node: SyntaxNode): boolean => {
    for (let inner: SyntaxNode | undefined = node; inner; inner = inner.parent) {
      const clause = tongue.clause(inner);
      if (clause && isAboutSystem(clause.condition)) return true;
      if (inner.type === 'conditional_expression' && isAboutSystem(inner.text)) return true;
      if (isBehindExit(inner, tongue)) return true;
      const name = bodies.get(inner);
      if (name === undefined || asked.has(name)) continue;
      const callers = calls.get(name) ?? [];
      asked.add(name);
      const all = callers.length > 0 && callers.every(isGuarded);
      asked.delete(name);
      if (all) return true;
    }
    return false;
  };
  return isGuarded;
}

/** Whether a statement before `node`, in the same block, ends what the block is part of on some systems. */
function isBehindExit(node: SyntaxNode, tongue: Tongue): boolean {
  const before = node.parent?.children.slice(0, node.index) ?? [];
  return before.some(
    (statement) =>
      /^(?:if_statement|list|case_statement)$/.test(statement.type) &&
      statement.children.some((part) =>
        [part, ...part.children].some((each) => {
          const clause = tongue.clause(each);
          return clause?.leaves === true && isAboutSystem(clause.condition);
        }),
      ),
  );
}

function functionAround(node: SyntaxNode, tongue: Tongue): string | undefined {
  for (let outer = node.parent; outer; outer = outer.parent) {
    const defined = tongue.definition(outer);
    if (defined) return defined.name;
  }
  return undefined;
}

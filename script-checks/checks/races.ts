import { t } from '@vscode/l10n';
import type { Script } from '../script';
import type { SyntaxNode } from '../syntax/node';
import { rewritesOfFile as inShell, sharedScratchFiles } from '../tongues/bash/rewrite';
import { rewritesOfFile as inPython } from '../tongues/python/rewrite';
import type { ScriptCheck, ScriptProblem } from './check';

export const races: ScriptCheck = {
  code: 'races',
  title: 'Two starts at the same moment spoil each other',
  explanation: [
    'execd runs one response at a time, but it is not the only one who runs scripts: an administrator does, and a script',
    'that works on in the background meets the next one. A file that is read, changed and written back holds the work of',
    'the last one alone, and a scratch file of a fixed name the words of both.',
    '\n\nAppend instead of writing anew, name scratch files with `mktemp`, or take a lock: `exec 9> /run/response.lock;',
    'flock 9`, `fcntl.flock` in Python.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\nIFS= read -r line\necho "$ip" >> "$LIST"\ngrep -v "$old" "$LIST" > "$LIST.tmp"\n⟦mv "$LIST.tmp" "$LIST"⟧\n',
    good: '#!/bin/bash\nIFS= read -r line\nexec 9> /run/response.lock\nflock 9\necho "$ip" >> "$LIST"\ngrep -v "$old" "$LIST" > "$LIST.tmp"\nmv "$LIST.tmp" "$LIST"\n',
  },
  *run(script): Iterable<ScriptProblem> {
    if (locks.test(script.code)) return;
    for (const node of rewrites(script)) {
      yield {
        span: node,
        message: t(
          'The file is read, changed and written back: of two starts at the same moment only one is left in it. Take a lock before it is read (flock).',
        ),
      };
    }
    // One is enough: what is said of it goes for all.
    for (const node of (script.language === 'bash' ? sharedScratchFiles(script.root) : []).slice(0, 1)) {
      yield {
        span: node,
        message: t(
          'Each start writes this scratch file and reads it again: of two at the same moment one reads what the other wrote, and whoever may write to the folder lays a link there. Name it with mktemp.',
        ),
      };
    }
  },
};

/** What keeps others out, by whatever means. */
const locks =
  /\bflock\b|\blockf\b|lockfile|\bFileLock\b|\bnoclobber\b|\bsemaphore\b|mkdir\s+\S*lock|\bO_EXCL\b|\bfcntl\b/i;

function rewrites({ language, root }: Script): readonly SyntaxNode[] {
  if (language === 'bash') return inShell(root);
  return language === 'python' ? inPython(root) : [];
}

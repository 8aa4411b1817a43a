import { t } from '@vscode/l10n';
import { readingOf } from '../reading';
import type { Script } from '../script';
import { elsewhere } from '../system';
import { endlessWait as inShell } from '../tongues/bash/endless-wait';
import { endlessWait as inPython } from '../tongues/python/endless-wait';
import { firstArgument } from './argv-protocol';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';
import { neverRuns } from './never-runs';

export const slow: ScriptCheck = {
  code: 'slow',
  title: 'The script keeps execd waiting',
  explanation: [
    'execd runs one response at a time and waits for it to end, however long that takes. While a script sleeps, or waits',
    'for an answer from the network, no other response on that machine runs and nothing is undone. Without a time limit it',
    'waits for as long as the other side likes: curl, ssh, requests and urlopen have none of their own.',
    '\n\nDo lasting work in a process of its own, and give every network call a time limit: `curl --max-time 10`,',
    '`wget --timeout=10 --tries=1`, `ssh -o ConnectTimeout=10`, `requests.post(…, timeout=10)`, `timeout 10 …`.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '#!/bin/bash\nIFS= read -r line\n⟦curl -s -o /dev/null -d "$line" https://hooks.example.com/x⟧\n',
    good: '#!/bin/bash\nIFS= read -r line\ncurl -s --max-time 10 -o /dev/null -d "$line" https://hooks.example.com/x\n',
  },
  *run(script): Iterable<ScriptProblem> {
    // A script that waits for arguments, or whose main part never runs, does not get so far.
    if (firstArgument(script) || [...neverRuns.run(script, {})].length > 0) return;
    if (elsewhere(script)) yield* sleeps(script);
    const find = finders[script.language];
    for (const node of (find && readingOf(script)?.nodes) ?? []) {
      const wait = find?.(node);
      if (!wait) continue;
      const { caller, limit } = wait;
      yield {
        span: wait.node,
        message: t(
          '{0} waits for as long as the other side likes, and execd with it: until then no other response runs and nothing is undone. Give it a limit.',
          caller,
        ),
        fixes: onlyFix(t('Wait for ten seconds at most'), limit),
      };
    }
  },
};

/** Seconds. Shorter waits are for something that takes a moment. */
const LONG = 30;

/** Where it sleeps: what is run here shows it by itself. */
function* sleeps(script: Script): Iterable<ScriptProblem> {
  for (const node of readingOf(script)?.nodes ?? []) {
    const [, seconds] =
      (node.type === 'call' || node.type === 'command' ? sleep : never).exec(node.text) ?? [];
    if (Number(seconds) < LONG || seconds === undefined) continue;
    yield {
      span: node,
      message: t(
        'The script sleeps for {0} s, and execd with it: until then no other response runs and nothing is undone. Do lasting work in a process of its own.',
        seconds,
      ),
    };
  }
}

const sleep = /^(?:time\.sleep\(\s*|Start-Sleep\s+(?:-S(?:econds)?\s+)?)(\d+)(?:\.\d+)?\s*\)?$/i;
const never = /^(?!)/;

const finders: Readonly<Partial<Record<Script['language'], typeof inShell>>> = {
  bash: inShell,
  python: inPython,
};

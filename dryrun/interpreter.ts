import { t } from '@vscode/l10n';
import { language, type StaticFinding, shebang } from '../script-checks';
import type { Program } from './sandbox/seed/wazuh-home';

const shebangs: Readonly<Partial<Record<ReturnType<typeof language>, string>>> = {
  python: '#!/usr/bin/env python3',
  bash: '#!/bin/bash',
};

/** A script as it is tried, and the interpreter that it was lent; undefined where it names one itself. */
export interface Lent {
  readonly program: Program;
  readonly interpreter: string | undefined;
}

/**
 * Lends a script that names no interpreter the one of its language. execd could not start it, or would leave it to sh:
 * that is a finding of its own, and no reason to hide the others.
 */
export function lendInterpreter(program: Program): Lent {
  const text = program.content.toString();
  const line = shebangs[language(program.name, text)];
  if (line === undefined || shebang(text) || text.startsWith('\uFEFF'))
    return { program, interpreter: undefined };
  return {
    program: { ...program, content: Buffer.concat([Buffer.from(`${line}\n`), program.content]) },
    interpreter: line,
  };
}

/** Says of a missing interpreter that the script was tried with one all the same. */
export function tellLent(
  findings: readonly StaticFinding[],
  { interpreter }: Lent,
): readonly StaticFinding[] {
  if (interpreter === undefined) return findings;
  return findings.map((finding) =>
    finding.code === 'bad-shebang'
      ? {
          ...finding,
          message: `${finding.message} ${t('It was tried with {0} all the same, to see the rest.', interpreter)}`,
        }
      : finding,
  );
}

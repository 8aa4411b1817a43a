import { t } from '@vscode/l10n';
import { language, type StaticFinding } from '../script-checks';
import type { Program } from './sandbox/seed/wazuh-home';

const shebangs: Readonly<Partial<Record<ReturnType<typeof language>, string>>> = {
  python: '#!/usr/bin/env python3',
  bash: '#!/bin/bash',
};

/** A script as it is tried. */
export interface Mended {
  readonly program: Program;
  /** What was put right, in words, by the code of the finding that blames it. */
  readonly remarks: ReadonlyMap<string, string>;
}

/**
 * Puts right what would keep a script from being started at all: its mode, Windows line ends, and a first line that names
 * no interpreter. Each is a finding of its own, and no reason to hide the others.
 * @param findings what its text shows
 */
export function mended({ name, content }: Program, findings: readonly StaticFinding[]): Mended {
  const has = (code: string) => findings.some((finding) => finding.code === code);
  const remarks = new Map<string, string>();
  // latin1 keeps every byte as it is.
  let bytes = content.toString('latin1');
  if (has('crlf')) {
    bytes = bytes.replaceAll('\r\n', '\n');
    remarks.set('crlf', t('It was tried with LF all the same, to see the rest.'));
  }
  const shebang = shebangs[language(name, content.toString())];
  if (has('bad-shebang') && shebang !== undefined) {
    bytes = `${shebang}\n${bytes.replace(/^\xEF\xBB\xBF/, '')}`;
    remarks.set('bad-shebang', t('It was tried with {0} all the same, to see the rest.', shebang));
  }
  if (has('not-executable'))
    remarks.set('not-executable', t('It was tried as if it could be, to see the rest.'));
  return { program: { name, content: Buffer.from(bytes, 'latin1') }, remarks };
}

/** Says of what was put right that the script was tried all the same. */
export function tellMended(
  findings: readonly StaticFinding[],
  { remarks }: Mended,
): readonly StaticFinding[] {
  return findings.map((finding) => {
    const remark = remarks.get(finding.code);
    return remark === undefined ? finding : { ...finding, message: `${finding.message} ${remark}` };
  });
}

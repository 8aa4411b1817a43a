import { t } from '@vscode/l10n';
import type { Unread } from '../script';
import type { ScriptCheck } from './check';

export const notRead: ScriptCheck = {
  code: 'not-read',
  title: 'The text is not looked at',
  explanation: [
    'Scripts are read as far as somebody may have written them by hand: 200,000 characters, and no more in them than can',
    'be looked at in a moment. A text with NUL characters is no script at all: it is a program, or was saved as UTF-16,',
    'which no interpreter on Linux reads. Nothing is said of what stands in such a file, so that nothing is found in it',
    'does not mean that it is right.',
    '\n\nMove data out of the script into a file of its own, and save it as UTF-8. A dry run shows what it does all the same.',
  ].join(' '),
  example: {
    language: 'bash',
    bad: '⟦#!/bin/bash⟧\nIFS= read -r message\necho "\0"\n',
    good: '#!/bin/bash\nIFS= read -r message\necho "$message"\n',
  },
  *run({ text, unread }) {
    if (!unread) return;
    const [first = ''] = text.slice(0, LONGEST_LINE).split(/[\r\n]/, 1);
    yield { span: { start: 0, end: first.length }, message: messages[unread]() };
  },
};

/** What is marked of the first line, which may be the whole text, in characters. */
const LONGEST_LINE = 200;

const messages: Readonly<Record<Unread, () => string>> = {
  long: () =>
    t(
      'This script is too long to be looked at, so nothing is said of what stands in it. Move data out of it into a file of its own.',
    ),
  binary: () =>
    t(
      'This file holds NUL characters: it is a program, or was saved as UTF-16, and its text is not looked at. Save a script as UTF-8.',
    ),
  intricate: () =>
    t(
      'This script holds more than can be looked at in a moment, so nothing is said of what stands in it. Split it up, or move data out of it.',
    ),
};

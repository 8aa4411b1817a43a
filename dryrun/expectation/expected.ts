import { t } from '@vscode/l10n';
import type { Expected } from '../../script-checks';

export {
  type Expected,
  expectedDeeds,
  expectedFrom,
  type SaidByScript,
  saidByScript,
} from '../../script-checks';

/** The expectation in the user's language, to stand behind "it". */
export function expectedWords(expected: Expected): string {
  switch (expected) {
    case 'blocks the address':
      return t('blocks the address');
    case 'locks the account':
      return t('locks the account');
    case 'moves the file away':
      return t('moves the file away');
    case 'ends the process':
      return t('ends the process');
    case 'posts a message':
      return t('posts a message');
    case 'scans the file':
      return t('scans the file');
    case 'changes the host':
      return t('changes the host');
    case 'only logs':
      return t('only logs');
  }
}

/** What has to be seen for it, in a localised sentence. */
export function expectedMeans(expected: Expected): string {
  switch (expected) {
    case 'blocks the address':
      return t('A firewall rule, or a list that a server reads, names the address.');
    case 'locks the account':
      return t('The account of the alert is locked, expires, or is gone.');
    case 'moves the file away':
      return t('The file of the alert is moved or deleted.');
    case 'ends the process':
      return t('A process is ended.');
    case 'posts a message':
      return t('It tries to reach another machine: a web hook, an API, a mail server.');
    case 'scans the file':
      return t('A scanner looks at the file of the alert, and the log says what it found.');
    case 'changes the host':
      return t('Any of these, or another change that stays.');
    case 'only logs':
      return t('It writes to its log, and does nothing else.');
  }
}

/** What a script is expected to do, and who says so. */
export interface Expectation {
  readonly what: Expected;
  /**
   * `given`: by the user, in a setting or with `--expect`; `script`: by a comment in the script; `run`: it was seen to do
   * that when it was run plainly; `text`: its text has the commands for it, and the run did not show them.
   */
  readonly from: 'given' | 'script' | 'run' | 'text';
}

/** The expectation as headings tell it: `blocks the address (as seen in the plain run)`. */
export function expectationWords({ what, from }: Expectation): string {
  const words = expectedWords(what);
  switch (from) {
    case 'given':
      return t('{0} (as you said)', words);
    case 'script':
      return t('{0} (as its comment says)', words);
    case 'run':
      return t('{0} (as seen in the plain run)', words);
    case 'text':
      return t('{0} (by the commands in its text)', words);
  }
}

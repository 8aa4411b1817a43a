import { t } from '@vscode/l10n';
import { masked } from './masked';

/** What left the host for another one, or would have. */
export interface Reach {
  /**
   * A method of HTTP, or what else is done: `ssh` (a command is run there), `mail`, `scp` and `sftp` (files are copied
   * there), `fetch` (from there), `send`, `connect` (and nothing is sent), `aws` and other commands of clouds.
   */
  readonly verb: string;
  /** Whom, as a person would write it: a URL, `admin@fw.example.com:22`, `ops@example.com`, `10.0.0.9:514`. */
  readonly to: string;
  /** What is handed over; empty for nothing. */
  readonly body: string;
}

/** Characters of a body that are shown. */
const LONGEST_BODY = 300;

/** A reach as a person would look for it, secrets masked: `POST https://hooks.slack.com/services/…: {"text":"…"}`. */
export function shownReach({ verb, to, body }: Reach): string {
  const what = `${verb} ${masked(to)}`.trim();
  return body === '' ? what : `${what}: ${shownBody(body)}`;
}

/** What a script would do with it, to stand behind "it": `would post to hooks.slack.com: …`. */
export function would({ verb, to, body }: Reach): string {
  const [host, place, what] = [hostOf(to), masked(to), shownBody(body)];
  switch (verb) {
    case 'POST':
      return t('would post to {0}: {1}', host, what || masked(to));
    case 'ssh':
      return t('would run on {0}: {1}', host, what);
    case 'mail':
      return t('would mail to {0}: {1}', place, what);
    case 'scp':
    case 'sftp':
      return t('would copy to {0}: {1}', place, what);
    case 'fetch':
      return t('would copy from {0}', place);
    case 'connect':
      return t('would connect to {0}', place);
    case 'aws':
    case 'az':
    case 'gcloud':
    case 'gsutil':
    case 'doctl':
      return t('would run on {0}: {1}', verb, [to, what].join(' '));
    case 'send':
      return t('would send to {0}: {1}', place, what);
    default:
      return what === ''
        ? t('would send {0} {1}', verb, place)
        : t('would send {0} {1}: {2}', verb, place, what);
  }
}

/** The host in an address, without the user and the port. */
export function hostOf(to: string): string {
  const [, authority = to] = /^\w+:\/\/([^/?#]*)/.exec(to) ?? [];
  return authority.replace(/^.*@/, '').replace(/^([^:]*):\w*$|:\d*$/, '$1') || to;
}

/** Where a script shows what it hands over to whom, word for word. */
export function reachText({ verb, to, body }: Reach): string {
  return `${verb} ${decoded(to)} ${decoded(body)}`;
}

/** As it was before it was made fit for an address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function shownBody(body: string): string {
  const line = masked(body.trim().replaceAll(/\s+/g, ' '));
  const characters = [...line];
  return characters.length > LONGEST_BODY ? `${characters.slice(0, LONGEST_BODY - 1).join('')}…` : line;
}

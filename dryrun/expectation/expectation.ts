import type { Session } from '../session';
import { type Deed, deeds } from './deeds';
import { type Expectation, type Expected, expectedDeeds, saidByScript } from './expected';

export type { Expectation };

/** What is known of a script before it runs. */
interface Known {
  /** What the user says that it should do. */
  readonly expected: Expected | undefined;
  readonly text: string;
  /** The text with comments blanked out. */
  readonly code: string;
}

/**
 * What a script should do: what the user says, else what it says of itself, else what it is seen to do in a plain run,
 * else what its text has commands for. Undefined where nothing tells.
 */
export function expectationOf(known: Known, plain: Session): Expectation | undefined {
  const fromText = expectationOfText(known);
  if (fromText && fromText.from !== 'text') return fromText;
  const [seen] = strongest(firstDeeds(plain));
  return seen ? { what: seen, from: 'run' } : fromText;
}

/** The same for a script that was not run. */
export function expectationOfText({ expected, code, text }: Known): Expectation | undefined {
  if (expected) return { what: expected, from: 'given' };
  const said = saidByScript(text);
  if (said.kind === 'expected') return { what: said.what, from: 'script' };
  const [meant] = meantBy(code);
  return meant && { what: meant, from: 'text' };
}

/** What the first start of a script did in a session. */
export function firstDeeds(session: Session): readonly Deed[] {
  const [step] = session.steps;
  return step?.step === 'add' ? deeds(step, session) : [];
}

/** Whether deeds are what was expected. Who expects nothing in particular is content with any. */
export function fulfils(done: readonly Deed[], expected: Expected | undefined): boolean {
  if (expected === undefined || expected === 'changes the host') return done.length > 0;
  return done.some(({ kind }) => kind === expected);
}

function strongest(done: readonly Deed[]): readonly Expected[] {
  return expectedDeeds.filter((kind) => done.some((deed) => deed.kind === kind));
}

/** Names of what a script keeps for itself: it moves and removes that too, whatever it is there for. */
const own = /te?mp|log|lock|pid|state|cache|stdin|\.new\b|\.bak\b|\$0/i;

/**
 * Commands and calls by what they are good for, in the order of the list of expectations; but a script that has commands
 * for processes removes files of its own more often than those of the alert.
 */
const signs: readonly (readonly [what: Expected, sign: RegExp, unless?: RegExp])[] = [
  [
    'blocks the address',
    /\b(?:ip6?tables|nft|ipset|ufw|firewall-cmd|fail2ban-client|New-NetFirewallRule|advfirewall|blackhole|hosts\.deny|pfctl|csf|cscli)\b/g,
  ],
  [
    'locks the account',
    /\b(?:usermod|passwd|chage|faillock|Disable-LocalUser|Disable-ADAccount)\b|\bnet1?(?:\.exe)?\s+user\b.*\/active:no\b/gi,
  ],
  ['ends the process', /\b(?:os\.kill|kill(?!\s+-0\b)|pkill|killall|taskkill|Stop-Process|\.terminate\()/g],
  [
    'moves the file away',
    /\b(?:os\.(?:remove|unlink)|shutil\.move|Remove-Item|Move-Item)\b[^;&|\n]*|\.unlink\(|(?:^|[;&|({]|\bthen\b|\bdo\b)\s*(?:sudo\s+)?(?:\/(?:usr\/)?bin\/)?(?:rm|mv)\s[^;&|\n]*/gim,
    own,
  ],
  [
    'posts a message',
    /\b(?:requests\.(?:post|put|request)|urlopen|http\.client|smtplib|curl|wget|sendmail|mailx?|Invoke-(?:RestMethod|WebRequest)|Send-MailMessage)\b/g,
  ],
  ['scans the file', /\b(?:yara|clamd?scan)\b/g],
];

/** What a text has commands for. */
function meantBy(code: string): readonly Expected[] {
  return signs.flatMap(([what, sign, unless]) =>
    [...code.matchAll(sign)].some(([words]) => !unless?.test(words)) ? [what] : [],
  );
}

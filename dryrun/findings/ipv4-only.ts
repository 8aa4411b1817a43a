import { t } from '@vscode/l10n';
import { addressVersion } from '../../wazuh/alert';
import { targets } from '../target';
import { acts } from './acts';
import { claim } from './compare';
import { ownWords } from './complaints';
import { isUncaught } from './crashes';
import { adds, brief, type RunCheck } from './finding';

/** Commands that know IPv4 alone. */
const ipv4Commands = ['iptables', 'arptables'];

/** What they and their like say of an address that they do not know. */
const refusal =
  /^.*(?:iptables.*host\/network.*not found|Try [`'"]?iptables|iptables.*[Bb]ad argument|ipset.*(?:[Ss]yntax error|resolving to IPv4|not an? IPv4)|Could not resolve hostname: Address family).*$/m;

export const ipv4Only: RunCheck = {
  code: 'ipv4-only',
  title: 'An IPv6 address is treated as an IPv4 address',
  explanation: [
    'Attackers come over IPv6 too. `iptables` refuses such an address, so nothing is blocked, while the log says that it',
    'was.',
    '\n\nGive IPv6 addresses to `ip6tables` (or use nft’s `inet` tables), or say in the log that they are left alone.',
  ].join(' '),
  judge(trial) {
    for (const step of adds(trial)) {
      const [address] = targets(step.alert).filter(({ value }) => addressVersion(value) === 6);
      if (!address || !trial.plain) continue;
      const calls = step.after.calls.slice(step.before.calls.length);
      const wrong = calls.find(
        ({ words: [command = '', ...words] }) =>
          ipv4Commands.includes(command) && words.some((word) => word.includes(address.value)),
      );
      const message = t(
        'The script takes an IPv6 address for an IPv4 address, so nothing is blocked. Give it to ip6tables, or say in the log that it is left alone.',
      );
      if (wrong) return { message, evidence: wrong.words.join(' ') };
      const done = acts(step.before, step.after, step.session, trial);
      const lie = done.length === 0 ? claim(step, trial.plain) : undefined;
      if (lie !== undefined)
        return {
          message,
          evidence: t('Nothing was done, yet the log says: {0}', brief(ownWords(lie, step))),
        };
      // What a command says on stderr nobody hears.
      const { stderr } = step.conversation;
      // An error that nobody catches is told as that.
      const refused = isUncaught(stderr) ? undefined : refusal.exec(stderr)?.[0];
      if (done.length === 0 && step.log.length === 0 && refused !== undefined)
        return { message, evidence: refused };
    }
    return undefined;
  },
};

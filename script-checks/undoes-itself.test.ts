import { describe, expect, it } from 'vitest';
import { undoesItself } from './checks/undoes-itself';
import { shown } from './for-tests';
import type { Language } from './language';

const undo = 'iptables -D INPUT -s "$ip" -j DROP';
const marked = `⟦${undo}⟧`;

const cases: readonly (readonly [string, Language, string])[] = [
  ['a subshell', 'bash', `(sleep 600; ${marked}) &\n`],
  ['a group', 'bash', `{ sleep "$TIMEOUT"; ${marked}; } > /dev/null 2>&1 &\n`],
  ['a list', 'bash', `( sleep 600 && ${marked} ) & disown\n`],
  ['a function', 'bash', `unblock() { ${marked}; }\n(sleep 600; unblock) &\n`],
  ['a function that sleeps', 'bash', `later() {\n  sleep 600\n  ${marked}\n}\nlater &\n`],
  ['a line of a file', 'bash', '(sleep 600; ⟦sed -i "/$ip/d" /etc/hosts.deny⟧) &\n'],
  ['an account', 'bash', '(sleep 600; ⟦usermod -U "$user"⟧) &\n'],
  ['a shell of its own', 'bash', 'nohup bash -c ⟦"sleep 600; iptables -D INPUT -s $ip -j DROP"⟧ &\n'],
  [
    'a process that is left alone',
    'python',
    'subprocess.Popen(⟦f"sleep 600; iptables -D INPUT -s {ip} -j DROP"⟧, shell=True)\n',
  ],
  ['a shell that leaves it alone', 'python', 'os.system(⟦f"(sleep 600; ufw delete deny from {ip}) &"⟧)\n'],

  [
    'an undo of what is done where the command is not delete',
    'bash',
    `if [ "$command" = delete ]; then\n  ${undo}\nelse\n  (sleep 5; ${marked}) &\nfi\n`,
  ],

  ['an undo that execd waits for', 'bash', `sleep 600\n${undo}\n`],
  ['an undo with no wait', 'bash', `(${undo}; sleep 5) &\n`],
  ['a wait for the end of what was told to end', 'bash', '(sleep 5; kill -9 "$pid") &\n'],
  ['other work in the background', 'bash', '(sleep 5; find / -type f > /tmp/x) &\n'],
  [
    'all work in the background, with an undo on delete',
    'bash',
    `work() {\n  sleep 1\n  case "$command" in\n  delete)\n    ${undo}\n    ;;\n  esac\n}\nwork &\n`,
  ],
  [
    'an undo on delete that waits in the background',
    'bash',
    `if [ "$command" = delete ]; then\n  (sleep 5; ${undo}) &\nfi\n`,
  ],
  ['a command that waits', 'python', 'subprocess.run(f"sleep 1; ufw delete deny from {ip}", shell=True)\n'],
];

describe('what takes its work back by itself', () => {
  it.each(cases)('%s (%s) %s', async (_, language, text) => {
    expect(await shown(undoesItself, language, text)).toBe(text);
  });
});

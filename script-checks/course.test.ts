import { describe, expect, it } from 'vitest';
import { actsBeforeContinue } from './checks/acts-before-continue';
import { chatterBeforeHandshake } from './checks/chatter-before-handshake';
import type { ScriptCheck } from './checks/check';
import { ignoresAbort } from './checks/ignores-abort';
import { readScript, shown } from './for-tests';
import type { Language } from './language';
import { readingOf } from './reading';

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;
const asks = [
  'def ask(ip):',
  '    print(json.dumps({"command": "check_keys", "parameters": {"keys": [ip]}}), flush=True)',
  '    return json.loads(sys.stdin.readline())["command"] == "continue"',
  '',
];
const drop = 'subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"])';
const undo = 'subprocess.run(["iptables", "-D", "INPUT", "-s", ip, "-j", "DROP"])';
const read = 'm = json.loads(sys.stdin.readline())';

/** The order in which functions are called counts, not where they stand. */
const cases: readonly (readonly [string, ScriptCheck, Language, string])[] = [
  [
    'main stands last and calls what stands above in its own order',
    actsBeforeContinue,
    'python',
    lines(
      'def block(ip):',
      `    ${drop}`,
      '',
      ...asks,
      'def main():',
      `    ${read}`,
      '    if ask(m["ip"]):',
      '        block(m["ip"])',
      '',
      'main()',
    ),
  ],
  [
    'main calls them the other way round',
    actsBeforeContinue,
    'python',
    lines(
      ...asks,
      'def block(ip):',
      `    ⟦${drop}⟧`,
      '',
      'def main():',
      `    ${read}`,
      '    block(m["ip"])',
      '    ask(m["ip"])',
      '',
      'main()',
    ),
  ],
  [
    'methods of a class',
    actsBeforeContinue,
    'python',
    lines(
      'class Response:',
      '    def block(self, ip):',
      `        ${drop}`,
      '    def ask(self, ip):',
      ...asks.slice(1, 3).map((each) => `    ${each}`),
      '    def run(self):',
      `        ${read}`,
      '        if self.ask(m["ip"]):',
      '            self.block(m["ip"])',
      '',
      'Response().run()',
    ),
  ],
  [
    'a set is added to, and a function is called add',
    actsBeforeContinue,
    'python',
    lines(
      'seen = set()',
      'def add(ip):',
      '    if ask(ip):',
      `        ${drop}`,
      '',
      ...asks,
      read,
      'seen.add(m["ip"])',
      'add(m["ip"])',
    ),
  ],
  [
    'a module has a function that is called like a method',
    actsBeforeContinue,
    'python',
    lines(
      'import logging',
      'class Response:',
      '    def disable(self):',
      `        ${drop}`,
      '',
      ...asks,
      read,
      'logging.disable()',
      'if ask(m["ip"]):',
      '    Response().disable()',
    ),
  ],
  [
    'a table of functions',
    actsBeforeContinue,
    'python',
    lines(
      'def block(ip):',
      `    ${drop}`,
      'def add(ip):',
      '    if ask(ip):',
      '        block(ip)',
      'def delete(ip):',
      `    ${undo}`,
      ...asks,
      read,
      '{"add": add, "delete": delete}[m["command"]](m["ip"])',
    ),
  ],
  [
    'match, the undo first',
    actsBeforeContinue,
    'python',
    lines(
      ...asks,
      read,
      'match m["command"]:',
      '    case "delete":',
      `        ${undo}`,
      '    case "add":',
      '        if ask(ip):',
      `            ${drop}`,
    ),
  ],
  [
    'a condition that stands behind what it decides',
    actsBeforeContinue,
    'python',
    lines('def block(ip):', `    ${drop}`, '', ...asks, read, 'block(m["ip"]) if ask(m["ip"]) else None'),
  ],
  [
    'a function that runs what it is given, called twice',
    actsBeforeContinue,
    'python',
    lines(
      'def ufw(*words):',
      '    return subprocess.run(["ufw"] + list(words))',
      'def block(ip):',
      '    if ⟦ufw("insert", "1", "deny", "from", ip)⟧:',
      '        log(ip)',
      ...asks,
      read,
      'block(m["ip"])',
      'ask(m["ip"])',
    ),
  ],
  [
    'a function that runs a list',
    actsBeforeContinue,
    'python',
    lines(
      'def run(words):',
      '    return subprocess.run(words, check=True)',
      ...asks,
      read,
      '⟦run(["iptables", "-I", "INPUT", "-s", m["ip"], "-j", "DROP"])⟧',
      'ask(m["ip"])',
    ),
  ],
  [
    'a list by its name, with a program that is looked for',
    actsBeforeContinue,
    'python',
    lines(
      ...asks,
      read,
      'tool = shutil.which("iptables") or "/sbin/iptables"',
      'cmd = ["sudo", tool, "-I", "INPUT", "-s", ip, "-j", "DROP"]',
      '⟦subprocess.run(cmd)⟧',
      'ask(ip)',
    ),
  ],
  [
    'a look whether the rule is there',
    actsBeforeContinue,
    'python',
    lines(
      ...asks,
      read,
      'subprocess.run(["iptables", "-C", "INPUT", "-s", ip, "-j", "DROP"])',
      'if ask(ip):',
      `    ${drop}`,
    ),
  ],
  [
    'a scratch file, a lock, a signal of nothing',
    actsBeforeContinue,
    'python',
    lines(
      ...asks,
      read,
      'os.remove(lock_path)',
      'os.rename(tmp, target)',
      'os.kill(pid, 0)',
      'if ask(ip):',
      `    ${drop}`,
    ),
  ],

  [
    'functions of a shell, called in their order',
    actsBeforeContinue,
    'bash',
    lines(
      'block() { iptables -I INPUT -s "$1" -j DROP; }',
      'ask() { echo check_keys; IFS= read -r A; [[ $A == *continue* ]]; }',
      'main() {',
      '  IFS= read -r M',
      '  ask && block "$ip"',
      '}',
      'main',
    ),
  ],
  [
    'functions of a shell, called too early',
    actsBeforeContinue,
    'bash',
    lines(
      'ask() { echo check_keys; IFS= read -r A; }',
      'block() { ⟦iptables -I INPUT -s "$1" -j DROP⟧; }',
      'IFS= read -r M',
      'block "$ip"',
      'ask',
    ),
  ],
  [
    'what is done at the end, whenever that is',
    actsBeforeContinue,
    'bash',
    lines(
      'cleanup() { rm -f /run/own; systemctl stop own; }',
      'trap cleanup EXIT',
      'IFS= read -r M',
      'echo check_keys',
      'IFS= read -r A',
      '[[ $A == *continue* ]] && iptables -I INPUT -s "$ip" -j DROP',
    ),
  ],
  [
    'a name that is put together',
    actsBeforeContinue,
    'bash',
    lines(
      'do_block() { iptables -I INPUT -s "$1" -j DROP; }',
      'on_add() { echo check_keys; IFS= read -r A; do_block "$ip"; }',
      'on_delete() { iptables -D INPUT -s "$ip" -j DROP; }',
      'IFS= read -r M',
      '"on_$verb"',
    ),
  ],
  [
    'a function that runs what it is given',
    actsBeforeContinue,
    'bash',
    lines(
      'ipt() { iptables -w "$@"; }',
      'IFS= read -r M',
      '⟦ipt -I INPUT -s "$ip" -j DROP⟧',
      'echo check_keys',
      'IFS= read -r A',
    ),
  ],
  [
    'a program by its name',
    actsBeforeContinue,
    'bash',
    lines(
      'IPTABLES=/sbin/iptables',
      'IFS= read -r M',
      '⟦$IPTABLES -I INPUT -s "$ip" -j DROP⟧',
      'echo check_keys',
      'IFS= read -r A',
    ),
  ],
  [
    'a look, a chain, a lock',
    actsBeforeContinue,
    'bash',
    lines(
      'IFS= read -r M',
      'iptables -C INPUT -s "$ip" -j DROP',
      'iptables -N own',
      'nft add table inet own',
      'rm -f "$LOCK"',
      'echo check_keys',
      'IFS= read -r A',
    ),
  ],
  [
    'keys from a here-document',
    actsBeforeContinue,
    'bash',
    lines(
      'IFS= read -r M',
      '⟦iptables -I INPUT -s "$ip" -j DROP⟧',
      'cat <<EOF',
      '{"command":"check_keys"}',
      'EOF',
      'IFS= read -r A',
    ),
  ],
  [
    'chatter from a here-document',
    chatterBeforeHandshake,
    'bash',
    lines('⟦cat <<EOF', 'started', 'EOF⟧', 'echo check_keys'),
  ],
  [
    'a text that goes to the log',
    chatterBeforeHandshake,
    'bash',
    lines('cat <<EOF >> log', 'started', 'EOF', 'echo check_keys'),
  ],
  [
    'a text that goes to another program',
    chatterBeforeHandshake,
    'bash',
    lines('cat <<EOF | mail root', 'started', 'EOF', 'echo check_keys'),
  ],
  [
    'no look at the answer, by a function that runs what it is given',
    ignoresAbort,
    'bash',
    lines(
      'ipt() { iptables "$@"; }',
      'IFS= read -r M',
      'echo check_keys',
      'IFS= read -r A',
      '⟦ipt -I INPUT -s "$ip" -j DROP⟧',
    ),
  ],
];

describe('in the order in which it comes to pass', () => {
  it.each(cases)('%s', async (_, check, language, marked) => {
    expect(await shown(check, language, marked)).toBe(marked);
  });
});

describe('what changes the host', () => {
  it.each<[boolean, Language, string]>([
    [true, 'python', 'os.system(f"iptables -I INPUT -s {ip} -j DROP")'],
    [true, 'python', 'subprocess.run("ufw deny from %s" % ip, shell=True)'],
    [true, 'python', 'cmd = "usermod -L " + user\nsubprocess.call(cmd, shell=True)'],
    [true, 'python', 'subprocess.run(["sudo", "-n", "usermod", "-L", user])'],
    [true, 'python', 'subprocess.run(["iptables", action, "INPUT", "-s", ip])'],
    [true, 'python', 'import psutil\npsutil.Process(pid).kill()'],
    [false, 'python', 'p = subprocess.Popen(["yara", f])\np.kill()'],
    [false, 'python', 'subprocess.run(["iptables", "-L", "-n"])'],
    [false, 'python', 'subprocess.run(["nft", "add", "table", "inet", "own"])'],
    [true, 'bash', 'sudo -n usermod -L "$user"'],
    [true, 'bash', 'timeout 10 iptables -I INPUT -s "$ip" -j DROP'],
    [true, 'bash', 'nft add element inet own blocked "{ $ip }"'],
    [true, 'bash', 'fail2ban-client set sshd banip "$ip"'],
    [true, 'bash', 'rm -f "$BLOCKED_FILE"'],
    [false, 'bash', 'command -v iptables'],
  ])('%s: %s %s', async (expected, language, text) => {
    const script = await readScript(`${text}\n`, language === 'bash' ? 'x.sh' : 'x.py');
    expect(readingOf(script)?.course.some(({ kind }) => kind === 'act')).toBe(expected);
  });
});

import { expect, it } from 'vitest';
import { readScript } from './for-tests';
import { toolsOf } from './tools';

it.each<readonly [fileName: string, text: string, tools: readonly string[]]>([
  ['a.sh', 'ip=$(jq -r .x <<< "$l")\niptables -I INPUT -s "$ip" -j DROP\njq .\n', ['jq', 'iptables']],
  ['a.sh', 'log() { logger "$1"; }\nlog x\nrm -f y\n', []],
  ['a.sh', 'sudo /usr/sbin/nft add element x\n/var/ossec/bin/agent_control -l\n', ['nft']],
  ['a.sh', '$TOOL x\n./helper\n', []],
  ['a.sh', 'YARA=/usr/local/bin/yara\n"$YARA" rules file\n', ['yara']],
  ['a.sh', 't=iptables\n[ $a ] && t=ip6tables\n$t -I INPUT\n', ['iptables', 'ip6tables']],
  ['a.sh', '"$YARA_PATH"/yara rules file\n"$DIR/helper.sh"\n', ['yara']],
  ['a.sh', '# jq is nice\necho "iptables"\n', []],
  ['a.py', 'subprocess.run(["iptables", "-I", "INPUT"])\n', ['iptables']],
  ['a.py', 'cmd = ["/sbin/ip", "route", "add"]\nsubprocess.call(cmd)\n', ['ip']],
  ['a.py', 'os.system("ufw deny from " + ip)\nshutil.which("nft")\n', ['ufw', 'nft']],
  ['a.sh', 'IPT=$(command -v iptables)\n$IPT -w -I INPUT\n', ['iptables']],
  ['a.py', 'tool = "ip6tables" if ":" in ip else "iptables"\nrun(tool, "-w")\n', ['ip6tables', 'iptables']],
  ['a.py', 'NAMES = ["alice", "bob"]\nkeys = ["srcip"]\n', []],
  ['a.py', 'subprocess.run([TOOL, "x"])\n', []],
  ['a.py', 'YARA = "/usr/local/bin/yara"\nsubprocess.run([YARA, "-w", path])\n', ['yara']],
  [
    'a.py',
    'def a():\n    tool = "ufw"\n    subprocess.run([tool, "enable"])\ndef b():\n    tool = "ufw"\n    subprocess.run([tool, "deny"])\n',
    ['ufw'],
  ],
])('%s: %s', async (fileName, text, tools) => {
  expect(toolsOf(await readScript(text, fileName))).toEqual(tools);
});

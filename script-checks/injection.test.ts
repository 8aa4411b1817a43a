import { describe, expect, it } from 'vitest';
import { injection } from './checks/injection';
import { shown } from './for-tests';
import type { Language } from './language';

const python = 'm = json.loads(sys.stdin.readline())\nuser = m["parameters"]["alert"]["data"]["srcuser"]\n';
const bash = 'IFS= read -r M\nU=$(jq -r .parameters.alert.data.srcuser <<< "$M")\n';
const powershell =
  '$m = [Console]::In.ReadLine() | ConvertFrom-Json\n$u = $m.parameters.alert.data.srcuser\n';

/** What stands behind the lines above, with ⟦…⟧ around what must be reported. */
const cases: readonly (readonly [Language, string])[] = [
  ['python', 'os.system("usermod -L " + ⟦user⟧)\n'],
  ['python', 'os.popen(f"id {⟦user⟧}").read()\n'],
  ['python', 'subprocess.run(f"id {⟦user⟧}", shell=True)\n'],
  ['python', 'subprocess.run(["sh", "-c", "id " + ⟦user⟧])\n'],
  ['python', 'command = "id %s" % user\nsubprocess.call(⟦command⟧, shell=True)\n'],
  ['python', 'def run(what):\n    os.system("id " + ⟦what⟧)\n\nrun(user)\n'],
  ['python', 'os.system("id " + ⟦m["parameters"]["alert"]["data"]["srcuser"]⟧)\n'],
  // Wazuh has looked through these two, and through no other.
  ['python', 'os.system("id " + m["parameters"]["alert"]["data"]["dstuser"])\n'],
  ['python', 'os.system("ipset add x " + m["parameters"]["alert"]["data"]["srcip"])\n'],
  ['python', 'os.system("ipset add x " + ⟦m["parameters"]["alert"]["data"]["dstip"]⟧)\n'],
  [
    'python',
    'ip = m["parameters"]["alert"]["data"].get("srcip") or m["parameters"]["alert"]["data"]["win"]["eventdata"]["ipAddress"]\nos.system("ipset add x " + ⟦ip⟧)\n',
  ],
  ['python', 'os.system("id " + shlex.quote(user))\n'],
  ['python', 'ip = ipaddress.ip_address(user)\nos.system(f"id {ip}")\n'],
  ['python', 'if not re.fullmatch("[a-z]+", user):\n    sys.exit(1)\nos.system("id " + user)\n'],
  ['python', 'subprocess.run(["id", user])\n'],
  ['python', 'os.system("id " + m["parameters"]["alert"]["rule"]["id"])\n'],
  ['python', 'os.system("systemctl restart nginx")\n'],
  ['bash', 'eval "id ⟦$U⟧"\n'],
  ['bash', 'bash -c "id ⟦$U⟧"\n'],
  ['bash', 'sudo sh -c "id ⟦$U⟧"\n'],
  ['bash', 'ssh -o BatchMode=yes gateway "block ⟦$U⟧"\n'],
  ['bash', 'python3 -c "print(\'⟦$U⟧\')"\n'],
  ['bash', 'block() { iptables -s ⟦$1⟧ -j DROP; }\nblock "$U"\n'],
  ['bash', 'usermod -L ⟦$U⟧\n'],
  ['bash', 'rm -f /home/⟦$U⟧/x\n'],
  ['bash', 'F=$(echo "$M" | grep -oP \'"path":"\\K[^"]+\')\nrm -f ⟦$F⟧\n'],
  ['bash', 'P=$(grep -oP \'"pid":"\\K[0-9]+(?=")\' <<< "$M")\nkill $P\n'],
  ['bash', 'P=$(echo "$M" | grep -oE "[0-9]{1,3}\\.[0-9]{1,3}")\nkill $P\n'],
  ['bash', 'P=$(echo "$M" | grep -oE ".*")\nkill ⟦$P⟧\n'],
  ['bash', 'usermod -L "$U"\n'],
  ['bash', 'bash -c \'id "$1"\' x "$U"\n'],
  ['bash', '[[ $U =~ ^[a-z]+$ ]] || exit 0\nusermod -L $U\n'],
  ['bash', 'echo "$U" | grep -qE "^[a-z]+$" || exit 0\nusermod -L $U\n'],
  ['bash', 'ID=$(echo "$M" | jq -r .parameters.alert.id | tr -cd 0-9.)\nmkdir /tmp/$ID\n'],
  ['bash', 'R=$(jq -r .parameters.alert.rule.id <<< "$M")\nlogger -t $R x\nmkdir /tmp/$R\n'],
  ['bash', 'LOG=/var/log/x\ntouch $LOG\n'],
  ['bash', 'echo got $U >> /var/ossec/logs/active-responses.log\n'],
  ['bash', '[ -z $U ] && exit 0\ncase $U in root) exit 0 ;; esac\n'],
  ['bash', 'printf -v Q %q "$U"\nssh gateway "id $Q"\n'],
  ['powershell', 'Invoke-Expression "net user ⟦$u⟧ /active:no"\n'],
  ['powershell', 'iex ("net user " + ⟦$u⟧)\n'],
  ['powershell', 'cmd /c "net user ⟦$u⟧ /active:no"\n'],
  ['powershell', 'net user $u /active:no\n'],
  ['powershell', 'Disable-LocalUser -Name $u\n'],
];

describe('injection', () => {
  const before: Readonly<Record<string, string>> = { python, bash, powershell };
  it.each(cases)('%s: %s', async (language, marked) => {
    const text = `${before[language]}${marked}`;
    expect(await shown(injection, language, text)).toBe(text);
  });
});

/** A look at the beginning of a path, with ⟦…⟧ around one that `../` gets past. */
const shellPath = 'F=$(jq -r .parameters.alert.syscheck.path <<< "$M")\n';
const pythonPath = 'path = m["parameters"]["alert"]["syscheck"]["path"]\n';
const paths: readonly (readonly [Language, string])[] = [
  ['bash', `${shellPath}[[ ⟦$F == /srv/*⟧ ]] && rm -f "$F"\n`],
  ['bash', `${shellPath}ROOT=/var/www\nif [[ ⟦"$F" == "$ROOT"*⟧ ]]; then rm "$F"; fi\n`],
  ['bash', `F=$(echo "$M" | grep -oP '"path":"\\K[^"]+')\nif [[ ⟦"$F" == /srv/*⟧ ]]; then rm "$F"; fi\n`],
  ['bash', `${shellPath}case "$F" in\n  ⟦/home/*⟧) ;;\n  *) exit 0 ;;\nesac\nrm "$F"\n`],
  ['bash', `${shellPath}[[ $F == *..* ]] && exit\n[[ $F == /srv/* ]] && rm -f "$F"\n`],
  [
    'bash',
    'F=$(realpath "$(jq -r .parameters.alert.syscheck.path <<< "$M")")\n[[ $F == /srv/* ]] && rm -f "$F"\n',
  ],
  ['bash', `${shellPath}if [[ $F == /etc/* ]]; then exit 0; fi\nrm "$F"\n`],
  ['bash', `${shellPath}[[ $F == /etc/* ]] && exit 0\nrm "$F"\n`],
  ['bash', `${shellPath}[[ $F == /* ]] || exit 0\nrm "$F"\n`],
  ['bash', '[[ $PWD == /srv/* ]] && rm -f x\n'],
  ['bash', 'A=$(jq -r .parameters.alert.data.app <<< "$M")\necho x > "/var/log/apps/⟦$A⟧.txt"\n'],
  [
    'bash',
    'A=$(jq -r .parameters.alert.data.app <<< "$M")\necho x > "/var/log/⟦$A⟧.txt"\npython3 /opt/act.py "$A"\n',
  ],
  ['bash', 'A=$(jq -r .parameters.alert.data.srcip <<< "$M")\necho x > "/var/log/$A.txt"\n'],
  ['python', `${pythonPath}if ⟦path.startswith("/home/")⟧:\n    os.remove(path)\n`],
  [
    'python',
    `${pythonPath}if not ⟦path.startswith(("/home/", "/srv/"))⟧:\n    sys.exit(0)\nos.remove(path)\n`,
  ],
  ['python', `${pythonPath}if path.startswith("/etc/"):\n    sys.exit(0)\nos.remove(path)\n`],
  [
    'python',
    `${pythonPath}path = os.path.realpath(path)\nif path.startswith("/home/"):\n    os.remove(path)\n`,
  ],
  ['python', 'if user.startswith("adm"):\n    pass\n'],
];

describe('a path', () => {
  const before: Readonly<Record<string, string>> = { python, bash };
  it.each(paths)('%s: %s', async (language, marked) => {
    const text = `${before[language]}${marked}`;
    expect(await shown(injection, language, text)).toBe(text);
  });
});

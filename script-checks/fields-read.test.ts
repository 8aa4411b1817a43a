import { describe, expect, it } from 'vitest';
import { messageReads } from './fields-read';
import { readScript } from './for-tests';

/** What is read, from the message down; `A` stands for `parameters.alert`, `~` for what a name alone speaks for. */
async function check(name: string, text: string, expected: readonly string[]): Promise<void> {
  const found = messageReads(await readScript(text, name)).map(({ path, sure, variable }) => {
    const place = path.join('.').replace(/^parameters\.alert\b/, 'A');
    return `${variable === undefined ? '' : `${variable}=`}${sure ? '' : '~'}${place}`;
  });
  expect(found).toEqual(expected);
}

const python = 'm = json.loads(sys.stdin.readline())\nalert = m["parameters"]["alert"]\n';

describe('what Python reads', () => {
  it.each<[string, string, readonly string[]]>([
    ['from the message', 'x = m["srcip"]', ['x=srcip']],
    [
      'a word of extra_args',
      'x = m.get("parameters", {}).get("extra_args", [])[0]',
      ['x=parameters.extra_args.0'],
    ],
    [
      'one of several keys',
      'for k in ("srcip", "src_ip"):\n  x = alert["data"].get(k)',
      ['x=A.data.srcip', 'x=A.data.src_ip'],
    ],
    [
      'one of several keys, from a list of its own',
      'NAMES = ["srcip", "src_ip"]\ndef find(data):\n  for n in NAMES:\n    if data.get(n):\n      return data[n]\nfind(alert["data"])',
      ['A.data.srcip', 'A.data.src_ip', 'A.data.srcip', 'A.data.src_ip', 'A.data'],
    ],
    [
      'the first that is there',
      'x = next((alert[k] for k in ("a", "b") if k in alert), None)',
      ['x=A.a', 'x=A.b'],
    ],
    [
      'by a path',
      'def dig(node, path):\n  for key in path.split("."):\n    node = node.get(key, {})\n  return node\nx = dig(m, "parameters.alert.data.srcip")\ny = dig(alert, "data.srcuser")',
      ['x=A.data.srcip', 'y=A.data.srcuser'],
    ],
    [
      'by keys',
      'def dig(node, *keys):\n  for key in keys:\n    if not isinstance(node, dict):\n      return None\n    node = node.get(key)\n  return node\nx = dig(alert, "data", "srcip")',
      ['x=A.data.srcip'],
    ],
    [
      'by a list of keys',
      'def dig(node, keys):\n  current = node\n  for key in keys:\n    current = current[key]\n  return current\nx = dig(alert, ["data", "srcip"])',
      ['x=A.data.srcip'],
    ],
    [
      'by one of several paths',
      'def dig(node, path):\n  for key in path.split("."):\n    node = node.get(key)\n  return node\nfor p in ("data.srcip", "data.src_ip"):\n  x = dig(alert, p)',
      ['x=A.data.srcip', 'x=A.data.src_ip'],
    ],
    [
      'by reduce',
      'def dig(node, path):\n  return reduce(lambda d, k: d.get(k, {}), path.split("."), node)\nx = dig(alert, "data.srcip")',
      ['x=A.data.srcip'],
    ],
    [
      'by a getter',
      'def field(name, default=""):\n  return alert.get("data", {}).get(name, default)\nx = field("srcip")',
      ['x=A.data.srcip'],
    ],
    [
      'by a method',
      'class Message:\n  def __init__(self, raw):\n    self.raw = raw\n  def get(self, path):\n    node = self.raw\n    for key in path.split("/"):\n      node = node[key]\n    return node\nx = Message(m).get("parameters/alert/data/srcip")',
      ['x=A.data.srcip'],
    ],
    [
      'from a property',
      'class Message:\n  @property\n  def alert(self):\n    return self.raw["parameters"]["alert"]\nx = message.alert["data"]["srcip"]',
      ['A', 'x=A.data.srcip'],
    ],
    [
      'from a field of a class',
      '@dataclass\nclass Event:\n  ip: str\ne = Event(ip=alert["data"]["srcip"])',
      ['A.data.srcip'],
    ],
    [
      'from either place',
      'a = m.get("parameters", {}).get("alert", m)\nx = a["srcip"]',
      ['a=A', 'x=A.srcip', 'x=srcip'],
    ],
    [
      'from either place, by a condition',
      'a = m\nif "parameters" in m:\n  a = m["parameters"]["alert"]\nx = a["data"]["srcip"]',
      ['a=A', 'x=A.data.srcip', 'x=data.srcip'],
    ],
    [
      'from what a name was given last',
      'd = m\nd = d["parameters"]\nd = d["alert"]\nx = d["srcip"]',
      ['d=parameters', 'd=A', 'x=A.srcip'],
    ],
    [
      'of another function nothing',
      'def f():\n  d = m\ndef g():\n  d = load_config()\n  return d["srcip"]',
      [],
    ],
    ['by a name alone', 'def f(alert):\n  return alert["srcip"]', ['~A.srcip']],
  ])('%s', (_, text, expected) =>
    check('x.py', `${/~/.test(expected.join()) ? '' : python}${text}`, [
      ...(/~/.test(expected.join()) ? [] : ['alert=A']),
      ...expected,
    ]),
  );
});

describe('what a shell script reads', () => {
  it.each<[string, string, readonly string[]]>([
    ['from the message', 'read -r M\nx=$(echo "$M" | jq -r .srcip)', ['x=srcip']],
    ['from the rest of a pipe', 'read -r M\nx=$(echo "$M" | tr -d "\\r" | jq -r .srcip)', ['x=srcip']],
    ['from a copy', 'M=$(cat)\nN="$M"\nx=$(jq -r .srcip <<< "$N")', ['x=srcip']],
    ['from a file', 'cat > "$TMP"\nx=$(jq -r .srcip "$TMP")', ['x=srcip']],
    ['from stdin', 'x=$(jq -r .rule.level)', ['x=rule.level']],
    [
      'by either path',
      'x=$(jq -r ".parameters.alert.data.srcip // .parameters.alert.data.src_ip")',
      ['x=A.data.srcip', 'x=A.data.src_ip'],
    ],
    ['by a path in brackets', `x=$(jq -r '.["parameters"]["alert"]["data"]["srcip"]')`, ['x=A.data.srcip']],
    ['by getpath', `x=$(jq -r 'getpath(["parameters", "alert", "data", "srcip"])')`, ['x=A.data.srcip']],
    ['from a part', `x=$(jq -r '.parameters.alert | .data.srcip // "none"')`, ['x=A', 'x=A.data.srcip']],
    [
      'from --argjson',
      `M=$(cat)\nx=$(jq -n --argjson m "$M" '$m.parameters.alert.data.srcip')`,
      ['x=A.data.srcip'],
    ],
    ['by --arg', `x=$(jq -r --arg k srcip '.parameters.alert.data[$k]')`, ['x=A.data.srcip']],
    ['a word of extra_args', 'x=$(jq -r ".parameters.extra_args[1]")', ['x=parameters.extra_args.1']],
    [
      'several at once',
      `read -r a b < <(jq -r '.parameters.alert.data | [.srcip, .srcuser] | @tsv')`,
      ['A.data', 'A.data.srcip', 'A.data.srcuser'],
    ],
    [
      'several at once, one each',
      `read -r a b < <(jq -r '[.parameters.alert.data.srcip, .parameters.alert.data.srcuser] | @tsv')`,
      ['a=A.data.srcip', 'b=A.data.srcuser'],
    ],
    [
      'by a function',
      `read -r M\nfield() { echo "$M" | jq -r "$1 // empty"; }\nx=$(field .parameters.alert.data.srcip)\ny=$(field '.srcip')`,
      ['x=A.data.srcip', 'y=srcip'],
    ],
    [
      'by a function that knows the way',
      'read -r M\nfield() {\n  local name="$1"\n  jq -r ".parameters.alert.$name" <<< "$M"\n}\nx=$(field data.srcip)',
      ['x=A.data.srcip'],
    ],
    [
      'by a function that gets both',
      'read -r M\nfield() { printf "%s" "$1" | jq -r "$2"; }\nx=$(field "$M" .data.srcip)',
      ['x=data.srcip'],
    ],
    [
      'from what a function gives',
      'alert() { jq -c .parameters.alert; }\nA=$(alert)\nx=$(jq -r .srcip <<< "$A")',
      ['A=A', 'x=A.srcip'],
    ],
    ['of other JSON nothing', 'R=$(curl -s https://example.org)\nx=$(echo "$R" | jq -r .srcip)', []],
    ['of a file nothing', 'x=$(jq -r .srcip /etc/settings.json)', []],
    ['by a name alone', 'x=$(echo "$ALERT" | jq -r .srcip)', ['x=~A.srcip']],
    [
      'with Python in a word',
      `read -r M\nx=$(echo "$M" | python3 -c 'import json, sys; print(json.load(sys.stdin)["parameters"]["alert"]["data"]["srcip"])')`,
      ['x=A.data.srcip'],
    ],
    [
      'with Python between double quotes',
      'read -r M\nx=$(echo "$M" | python3 -c "import json, sys; d = json.load(sys.stdin); print(d.get(\\"srcip\\", \'\'))")',
      ['x=srcip'],
    ],
    [
      'with Python in a heredoc',
      `read -r M\nx=$(python3 - "$M" <<'EOF'\nimport json, sys\nprint(json.loads(sys.argv[1])["srcip"])\nEOF\n)`,
      ['x=srcip'],
    ],
    [
      'with Python that has it in its text',
      `read -r M\nx=$(python3 -c "import json; print(json.loads('''$M''')['srcip'])")`,
      ['x=srcip'],
    ],
    [
      'with Python that has it in its environment',
      `read -r M\nx=$(M="$M" python3 -c 'import json, os; print(json.loads(os.environ["M"])["srcip"])')`,
      ['x=srcip'],
    ],
    [
      'with Python in a function',
      `read -r M\nfield() {\n  echo "$M" | python3 -c "\nimport json, sys\nv = json.load(sys.stdin)\nfor k in '$1'.split('.'):\n    v = v.get(k, {})\nprint(v)\n"\n}\nx=$(field data.srcip)\ny=$(field parameters.alert.data.srcip)`,
      ['x=data.srcip', 'y=A.data.srcip'],
    ],
    [
      'with Python, of something else nothing',
      `R=$(curl -s https://example.org)\nx=$(echo "$R" | python3 -c 'import json, sys; print(json.load(sys.stdin)["srcip"])')`,
      [],
    ],
  ])('%s', (_, text, expected) => check('x.sh', text, expected));

  it('has its place where the path stands', async () => {
    const text = `read -r M\nfield() { echo "$M" | jq -r "$1 // empty"; }\nx=$(field '.srcip')\ny=$(echo "$M" | python3 -c "import json, sys; print(json.load(sys.stdin)[\\"srcip\\"])")\n`;
    const spans = messageReads(await readScript(text, 'x.sh')).map(({ span }) =>
      text.slice(span.start, span.end),
    );
    expect(spans).toEqual(['.srcip', 'json.load(sys.stdin)[\\"srcip\\"]']);
  });
});

describe('what PowerShell reads', () => {
  it.each<[string, string, readonly string[]]>([
    ['from the message', '$m = [Console]::In.ReadLine() | ConvertFrom-Json\n$x = $m.srcip', ['x=srcip']],
    ['from its text', '$t = [Console]::In.ReadLine()\n$m = ConvertFrom-Json $t\n$x = $m.srcip', ['x=srcip']],
    [
      'from $input',
      '$m = $input | Out-String | ConvertFrom-Json\n$x = $m.parameters.alert.srcip',
      ['x=A.srcip'],
    ],
    ['of other JSON nothing', '$m = Get-Content x.json | ConvertFrom-Json\n$x = $m.srcip', []],
    ['in any case', '$x = $M.Parameters.alert.Data.SrcIp', ['x=A.data.SrcIp']],
  ])('%s', (_, text, expected) => check('x.ps1', text, expected));
});

describe('what PowerShell takes out of brackets', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'in steps',
      '$m = [Console]::In.ReadLine() | ConvertFrom-Json\n$a = $m.parameters.alert\n$x = $a.data.srcip',
      ['a=A', 'x=A.data.srcip'],
    ],
    [
      'out of brackets',
      '$t = [Console]::In.ReadLine()\n$a = ($t | ConvertFrom-Json).parameters.alert\n$x = $a.syscheck.path',
      ['a=A', 'x=A.syscheck.path'],
    ],
    [
      'with options',
      '$t = $input\n$a = ($t | Out-String | ConvertFrom-Json -Depth 9).parameters.alert\n$x = $a.id',
      ['a=A', 'x=A.id'],
    ],
    [
      'given by place',
      '$t = Read-Host\n$a = (ConvertFrom-Json $t).parameters.alert\n$x = $a.id',
      ['a=A', 'x=A.id'],
    ],
    [
      'at once',
      '$a = ([Console]::In.ReadLine() | ConvertFrom-Json).parameters.alert\n$x = $a.data.srcip',
      ['x=A.data.srcip'],
    ],
    [
      'a field at once',
      '$d = ([Console]::In.ReadLine() | ConvertFrom-Json).parameters.alert.data\n$x = $d.srcip',
      ['d=A.data', 'x=A.data.srcip'],
    ],
    ['what something makes of it', '$t = Read-Host\n$x = [System.Uri]::new($t).Host', []],
  ])('%s', (_, text, expected) => check('x.ps1', `${text}\n`, expected));
});

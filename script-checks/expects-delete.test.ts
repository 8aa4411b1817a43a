import { expect, it } from 'vitest';
import { actsOnDelete } from './expects-delete';
import { readScript } from './for-tests';

const ask = 'c=$(jq -r .command <<< "$m")\n';
const add = 'iptables -I INPUT -s "$ip" -j DROP';
const undo = 'iptables -D INPUT -s "$ip" -j DROP';

it.each<readonly [fileName: string, text: string, acts: boolean]>([
  ['a.sh', `${ask}if [ "$c" = add ]; then\n  ${add}\nelse\n  ${undo}\nfi\n`, true],
  ['a.sh', `${ask}if [ "$c" = delete ]; then\n  ${undo}\nelse\n  ${add}\nfi\n`, true],
  ['a.sh', `${ask}case $c in\n  add) ${add} ;;\n  delete) ${undo} ;;\nesac\n`, true],
  ['a.sh', `${ask}[ "$c" = add ] || exit 0\n${add}\n`, false],
  ['a.sh', `${ask}if [ "$c" = add ]; then\n  ${add}\nelse\n  echo "nothing to do" >> "$LOG"\nfi\n`, false],
  ['a.sh', `${ask}if [ "$c" != add ]; then\n  exit 0\nelse\n  ${add}\nfi\n`, false],
  ['a.py', 'if m["command"] == "add":\n    os.remove(f)\nelse:\n    shutil.move(b, f)\n', true],
  ['a.py', 'os.remove(f)\n', false],
  // What somebody answered in a dialogue is no word of execd's.
  ['a.sh', `${ask}case $choice in\n  "delete_all") rm -f "$f" ;;\n  "ignore_all") : ;;\nesac\n`, false],
  ['a.sh', `if confirm "Delete" "$question"; then\n  rm -f "$f"\nfi\n`, false],
  ['a.ps1', 'switch ($m.command) {\n  "Delete" { Remove-NetFirewallRule -DisplayName $name }\n}\n', true],
  ['a.ps1', 'if ($verb -eq "Delete") { Remove-NetFirewallRule -DisplayName $name }\n', true],
  ['a.sh', `${ask}if [ "$choice" = delete-files ]; then\n  rm -f "$f"\nfi\n`, false],
  ['a.py', 'if command == DELETE_COMMAND:\n    os.remove(f)\n', true],
  ['a.py', 'if command == COMMAND_DELETE:\n    os.remove(f)\n', true],
])('%s: %j', async (fileName, text, acts) => {
  const shebangs: Readonly<Record<string, string>> = { sh: '#!/bin/bash\n', py: '#!/usr/bin/env python3\n' };
  const shebang = shebangs[fileName.slice(fileName.lastIndexOf('.') + 1)] ?? '';
  expect(actsOnDelete(await readScript(shebang + text, fileName))).toBe(acts);
});

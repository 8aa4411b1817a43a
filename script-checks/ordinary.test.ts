import { describe, expect, it } from 'vitest';
import { readScript } from './for-tests';
import { looksLikeActiveResponse } from './index';

/** Scripts that have nothing to do with Wazuh, or only speak of it, each with something that could be mistaken. */
const ordinary: readonly (readonly [what: string, name: string, text: string])[] = [
  ['a filter', 'count.py', '#!/usr/bin/env python3\nimport sys\nprint(len(sys.stdin.read().split()))\n'],
  ['a JSON filter', 'pick.py', 'import json, sys\nprint(json.load(sys.stdin)["parameters"]["name"])\n'],
  [
    'a command line with add and delete',
    'todo.py',
    'import argparse, sys\nparser = argparse.ArgumentParser()\nparser.add_argument("command", choices=["add", "delete"])\n' +
      'args = parser.parse_args()\nif args.command == "add":\n    print(sys.stdin.readline())\n',
  ],
  ['a server', 'serve.py', 'import sys\nfor line in sys.stdin:\n    print(eval(line))\n'],
  [
    'a reader of Wazuh’s log',
    'tail.py',
    'log = "/var/ossec/logs/active-responses.log"\nprint(open(log).read()[-1000:])\n',
  ],
  [
    'a client of its API',
    'api.py',
    'import requests\nalert = requests.get("https://wazuh/alerts").json()\nprint(alert["data"]["srcip"])\n',
  ],
  ['shell=True', 'make.py', 'import subprocess, sys\nsubprocess.run("make " + sys.argv[1], shell=True)\n'],
  ['a question', 'ask.sh', '#!/bin/bash\nread -p "Delete it? " answer\n[ "$answer" = y ] && rm -f $1\n'],
  ['a pipe', 'upper.sh', '#!/bin/sh\ncat | tr a-z A-Z\n'],
  ['a loop', 'lines.sh', '#!/bin/bash\nwhile read line; do echo $line; done\n'],
  [
    'arguments',
    'service.sh',
    '#!/bin/sh\nACTION=$1\ncase $ACTION in start|stop) systemctl $ACTION x ;; esac\n',
  ],
  ['eval', 'env.sh', '#!/bin/bash\neval "$(ssh-agent)"\n'],
  ['a firewall by hand', 'block.sh', '#!/bin/bash\niptables -I INPUT -s $1 -j DROP\n'],
  [
    'an installer of Wazuh',
    'install.sh',
    '#!/bin/bash\ncp block.py /var/ossec/active-response/bin/\nchown root:wazuh /var/ossec/active-response/bin/block.py\n',
  ],
  ['an operator’s script', 'clean.ps1', '$name = Read-Host "Which one"\nRemove-Item $name\n'],
  ['a pipe of PowerShell', 'upper.ps1', '$input | ForEach-Object { $_.ToUpper() }\n'],
  ['Invoke-Expression', 'run.ps1', 'param($command)\nInvoke-Expression $command\n'],
  [
    'a page of documentation',
    'README.md',
    'The script prints check_keys and reads .parameters.alert.data.srcip.\n',
  ],
  ['a batch file', 'run.cmd', '@echo off\nrem check_keys\n'],
  ['a comment', 'later.py', '# One day: check_keys, parameters, alert\nprint("not yet")\n'],
];

describe('scripts that are no active responses', () => {
  it.each(ordinary)('%s', async (_, name, text) => {
    expect(looksLikeActiveResponse(await readScript(text, name))).toBe(false);
  });
});

import { expect, it } from 'vitest';
import { readScript } from './for-tests';
import { unimported } from './tongues/python/unimported';

it.each<readonly [text: string, names: readonly string[]]>([
  ['import sys\nos.remove(sys.argv[0])\nos.getpid()\n', ['os']],
  ['import json, sys\njson.loads(sys.stdin.readline())\n', []],
  ['import os.path\nos.remove("x")\n', []],
  ['import subprocess as sp\nsubprocess.run([])\n', ['subprocess']],
  ['from time import sleep\nsleep(1)\ntime.time()\n', ['time']],
  ['from urllib import parse as urllib\nurllib.quote("x")\n', []],
  ['import simplejson as json\njson.loads("1")\n', []],
  ['from datetime import datetime\ndatetime.now()\n', []],
  ['try:\n    import requests\nexcept ImportError:\n    requests = None\nrequests.get("x")\n', []],
  ['def post(requests):\n    requests.get("x")\n', []],
  ['for time in times:\n    time.append(1)\n', []],
  ['from tools import *\nos.remove("x")\n', []],
  ['self.os.remove("x")\n', []],
  ['alert.time.now()\n', []],
  ['blocked.add("x")\n', []],
])('%j', async (text, names) => {
  const { root } = await readScript(`#!/usr/bin/env python3\n${text}`, 'a.py');
  expect(unimported(root).map(({ name }) => name)).toEqual(names);
});

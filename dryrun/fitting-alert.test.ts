import { describe, expect, it } from 'vitest';
import { readScript } from '../script-checks/for-tests';
import { extraArgs } from './fitting-alert';
import { sshAlert, virusAlert } from './fixtures/alert';

const read = (line: string) => `#!/bin/bash\nIFS= read -r message\n${line}\n`;
const word = (name: string, at: number) => `${name}=$(jq -r '.parameters.extra_args[${at}]' <<< "$message")`;
const field = (name: string, path: string) =>
  `[ -n "$${name}" ] || ${name}=$(jq -r '.parameters.alert.${path}' <<< "$message")`;

describe('the words that a script reads of extra_args', () => {
  it.each<[string, string, typeof sshAlert, readonly string[]]>([
    ['are the target of the alert', word('SRC_IP', 0), sshAlert, ['203.0.113.7']],
    ['are the file of the alert', word('FILE_PATH', 0), virusAlert, ['/home/alice/Downloads/eicar.com']],
    ['name a tool', word('YARA_PATH', 1), virusAlert, ['-yara_path', '/usr/local/bin']],
    [
      'are not given where the alert has what is wanted',
      `${word('FILE_PATH', 0)}\n${field('FILE_PATH', 'syscheck.path')}`,
      virusAlert,
      [],
    ],
    [
      'are not given where one filter takes either',
      `IP=$(jq -r '.parameters.extra_args[0] // .parameters.alert.data.srcip' <<< "$message")`,
      sshAlert,
      [],
    ],
  ])('%s', async (_, text, alert, expected) => {
    expect(extraArgs(await readScript(read(text), 'x.sh'), alert)).toEqual(expected);
  });
});

import { expect, it } from 'vitest';
import { onWindows } from './on-windows';

const bin = 'active-response\\bin\\';

it.each([
  ['block.exe', [`${bin}block.exe`]],
  ['launcher.cmd', ['cmd.exe', '/d', '/c', `${bin}launcher.cmd`]],
  ['OLD.BAT', ['cmd.exe', '/d', '/c', `${bin}OLD.BAT`]],
  [
    'end process.ps1',
    ['powershell.exe', '-NoProfile', '-ExecutionPolicy', 'Bypass', '-File', `${bin}end process.ps1`],
  ],
  ['custom-ar.py', ['python.exe', `${bin}custom-ar.py`]],
])('%s', (name, words) => {
  expect(onWindows(`active-response/bin/${name}`)).toEqual(words);
});

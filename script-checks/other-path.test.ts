import { describe, expect, it } from 'vitest';
import { leadingTo } from './other-path';

type Case = readonly [
  'python' | 'bash' | 'powershell',
  string,
  path: string,
  meant: string,
  after: string | undefined,
];

describe('leadingTo', () => {
  it.each<Case>([
    ['python', 'alert["srcip"]', 'srcip', 'data.srcip', 'alert["data"]["srcip"]'],
    ['python', "data.get('src_ip')", 'data.src_ip', 'data.srcip', "data.get('srcip')"],
    ['python', 'a.get("srcip", "")', 'srcip', 'data.srcip', 'a.get("data", {}).get("srcip", "")'],
    [
      'python',
      'a.get("syscheck", {}).get("path", "")',
      'syscheck.path',
      'data.file',
      'a.get("data", {}).get("file", "")',
    ],
    ['python', 's.get("path")', 'syscheck.path', 'data.file', undefined],
    ['python', 'dig(m, "srcip")', 'srcip', 'data.srcip', undefined],
    ['python', 'a["x"]', 'x', 'data.odd key', undefined],
    ['bash', '.parameters.alert.srcip', 'srcip', 'data.srcip', '.parameters.alert.data.srcip'],
    [
      'bash',
      '.data.win.eventdata.IpAddress',
      'data.win.eventdata.IpAddress',
      'data.win.eventdata.ipAddress',
      '.data.win.eventdata.ipAddress',
    ],
    ['powershell', '$m.parameters.alert.srcip', 'srcip', 'data.srcip', '$m.parameters.alert.data.srcip'],
  ])('%s: %s', (language, chain, path, meant, after) => {
    expect(leadingTo(chain, path, meant, language)).toBe(after);
  });
});

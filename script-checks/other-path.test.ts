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
    ['python', 'dig(m, "srcip")', 'srcip', 'data.srcip', 'dig(m, "data.srcip")'],
    ['python', 'dig(m, KEY)', 'srcip', 'data.srcip', undefined],
    ['python', 'a["x"]', 'x', 'data.odd key', undefined],
    ['bash', '.parameters.alert.srcip', 'srcip', 'data.srcip', '.parameters.alert.data.srcip'],
    [
      'bash',
      '.data.win.eventdata.IpAddress',
      'data.win.eventdata.IpAddress',
      'data.win.eventdata.ipAddress',
      '.data.win.eventdata.ipAddress',
    ],
    [
      'python',
      'm["srcip"]',
      'srcip',
      'parameters.alert.data.srcip',
      'm["parameters"]["alert"]["data"]["srcip"]',
    ],
    [
      'python',
      'a.get("srcip")',
      'parameters.alert.srcip',
      'parameters.alert.data.srcip',
      'a.get("data", {}).get("srcip")',
    ],
    [
      'python',
      'dig(a, "srcip")',
      'parameters.alert.srcip',
      'parameters.alert.data.srcip',
      'dig(a, "data.srcip")',
    ],
    [
      'python',
      'dig(m, "srcip")',
      'srcip',
      'parameters.alert.data.srcip',
      'dig(m, "parameters.alert.data.srcip")',
    ],
    ['bash', '.srcip', 'srcip', 'parameters.alert.data.srcip', '.parameters.alert.data.srcip'],
    [
      'bash',
      '.parameters.alert["srcip"]',
      'parameters.alert.srcip',
      'parameters.alert.data.srcip',
      '.parameters.alert.data.srcip',
    ],
    ['bash', 'm[\\"srcip\\"]', 'srcip', 'parameters.srcip', 'm[\\"parameters\\"][\\"srcip\\"]'],
    ['powershell', '$m.parameters.alert.srcip', 'srcip', 'data.srcip', '$m.parameters.alert.data.srcip'],
  ])('%s: %s', (language, chain, path, meant, after) => {
    expect(leadingTo(chain, path, meant, language)).toBe(after);
  });
});

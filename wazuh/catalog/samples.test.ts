import { describe, expect, it } from 'vitest';
import { type Alert, dstuser, field, fieldPaths, isObject, srcip } from '../alert';
import { ruleOf } from '../alert/alert-for';
import { stockCatalog } from './for-tests';

const samples = stockCatalog.sampleAlerts();

function alert(name: string): Alert {
  const sample = stockCatalog.sample(name);
  if (!sample) throw new Error(`no sample ${name}`);
  return sample.alert;
}

describe.each(samples)('sample $name', ({ name, rule: id, alert }) => {
  const rule = stockCatalog.stockRules.find((each) => each.id === id);

  it('has the shape of an alert', () => {
    expect(Object.keys(alert).filter((key) => key !== 'data' && key !== 'syscheck')).toEqual(
      [
        'timestamp',
        'rule',
        'agent',
        'manager',
        'id',
        'previous_output',
        'full_log',
        'predecoder',
        'decoder',
        'location',
      ].filter((key) => Object.hasOwn(alert, key)),
    );
    expect(field(alert, 'timestamp')).toMatch(/^2025-10-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
    expect(field(alert, 'rule.id')).toBe(String(id));
    expect(field(alert, 'agent.id')).toMatch(/^\d{3}$/);
    expect(typeof field(alert, 'decoder.name')).toBe('string');
    expect(typeof field(alert, 'location')).toBe('string');
  });

  it('says of its rule what the catalog says', () => {
    if (!rule) return expect(name).toBe('yara-match');
    const { firedtimes } = isObject(alert.rule) ? alert.rule : {};
    expect(alert.rule).toEqual({ ...ruleOf(rule, stockCatalog), firedtimes });
  });

  it('carries what the alerts of its rule were seen to carry, and what the rule needs', () => {
    const paths = fieldPaths(alert);
    const always = stockCatalog.ruleFields(id)?.always ?? [];
    expect([...always, ...stockCatalog.ruleNeeds(id)].filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('holds no address but those kept for documents', () => {
    const text = JSON.stringify(alert);
    const addresses = text.match(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])/g) ?? [];
    expect(
      addresses.filter((each) => !/^(203\.0\.113|198\.51\.100|192\.0\.2|127\.0\.0)\./.test(each)),
    ).toEqual([]);
  });
});

/** Where captured alerts of each family carry what responses act on. */
it.each([
  ['ssh-invalid-user', ['data.srcip', 'data.srcuser']],
  ['ssh-brute-force', ['data.srcip', 'data.dstuser']],
  ['pam-login-failure', ['data.srcip', 'data.dstuser', 'data.uid', 'data.euid']],
  ['sudo-root', ['data.srcuser', 'data.dstuser', 'data.command']],
  ['web-attack', ['data.srcip', 'data.url']],
  [
    'file-modified',
    ['syscheck.path', 'syscheck.uname_after', 'syscheck.md5_after', 'syscheck.sha256_before'],
  ],
  ['virustotal-malware', ['data.virustotal.source.file', 'data.virustotal.source.sha1']],
  ['yara-match', ['data.YARA.scanned_file']],
  ['windows-logon-failure', ['data.win.eventdata.ipAddress', 'data.win.eventdata.targetUserName']],
  ['windows-dropped-executable', ['data.win.eventdata.targetFilename', 'data.win.eventdata.image']],
  ['suricata-alert', ['data.src_ip', 'data.flow.src_ip']],
  ['auditd-command', ['data.audit.exe', 'data.audit.command', 'data.audit.auid', 'data.audit.file.name']],
  ['vulnerability', ['data.vulnerability.cve', 'data.vulnerability.package.name']],
  ['sca-check-failed', ['data.sca.check.command[]']],
  ['docker-exec', ['data.docker.Actor.Attributes.image', 'data.docker.Actor.Attributes.name']],
  ['office365-logon', ['data.office365.ClientIP', 'data.office365.UserId']],
  ['aws-guardduty', ['data.aws.resource.accessKeyDetails.userName']],
  ['ftp-login-failure', ['data.srcip', 'data.dstuser']],
  ['rootcheck-anomaly', ['data.file']],
])('%s has what a script looks for', (name, paths) => {
  const there = fieldPaths(alert(name));
  expect(paths.filter((path) => !there.includes(path))).toEqual([]);
});

it('there are samples of every family, each named once', () => {
  expect(samples.length).toBeGreaterThanOrEqual(25);
  expect(new Set(samples.map((sample) => sample.name)).size).toBe(samples.length);
  expect(new Set(samples.map((sample) => sample.family)).size).toBeGreaterThanOrEqual(15);
});

it('a sample is found by its name', () => {
  expect(stockCatalog.sample('ssh-brute-force')?.rule).toBe(5763);
  expect(stockCatalog.sample('nosuch')).toBeUndefined();
  expect(stockCatalog.sample('../mitre')).toBeUndefined();
});

it.each([
  ['ssh-brute-force', 'ok', 'data.srcip'],
  ['ssh-brute-force-ipv6', 'ok', 'data.srcip'],
  ['windows-brute-force', 'ok', 'data.win.eventdata.ipAddress'],
  ['windows-logon-failure-local', 'invalid', 'data.win.eventdata.ipAddress'],
  ['hostile-values', 'invalid', 'data.srcip'],
  ['suricata-alert', 'none', undefined],
  ['file-modified', 'none', undefined],
  ['login-failure-without-address', 'none', undefined],
])('the stock scripts find an address in %s: %s', (name, kind, path) => {
  const found = srcip(alert(name));
  expect([found.kind, found.kind === 'none' ? undefined : found.path]).toEqual([kind, path]);
});

it('sudo aims at root, whom disable-account refuses', () => {
  expect(dstuser(alert('sudo-root')).kind).toBe('invalid');
});

it('the big alert takes nearly all of a message', () => {
  const { length } = JSON.stringify(alert('big-alert'));
  expect(length).toBeGreaterThan(60_000);
  expect(length).toBeLessThan(65_000);
});

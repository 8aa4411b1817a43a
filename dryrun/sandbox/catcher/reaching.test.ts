import { describe, expect, it } from 'vitest';
import { callsItself, portsFor, reachesOut } from './reaching';

describe('a text that', () => {
  it.each([
    ['import requests', true, true],
    ['requests.post(url)', true, true],
    ['from urllib.request import urlopen', true, true],
    ['s = socket.create_connection((host, 514))', true, true],
    ['import socket\nname = socket.gethostname()', false, false],
    ['exec 3<> /dev/tcp/10.0.0.9/443', true, true],
    ['use LWP::UserAgent;', true, true],
    ['Invoke-RestMethod -Uri $uri', true, true],
    ['dig +short "$name"', true, true],
    ['curl -s https://example.com', false, true],
    ["subprocess.run(['curl', '-s', url])", false, true],
    ['/usr/bin/ssh admin@fw id', false, true],
    ['OUT=$(curl -s "$URL")', false, true],
    ['# needs curl to be installed', false, false],
    ['logger "the host is back"', false, false],
    ['iptables -I INPUT -s "$IP" -j DROP', false, false],
    ['log "mail was sent"', false, true],
    ['systemctl restart sshd; cat /etc/ssh/sshd_config', false, false],
  ])('%j', (text, itself, out) => {
    expect([callsItself(text), reachesOut(text)]).toEqual([itself, out]);
  });
});

it('listens at the ports that a text names', () => {
  const ports = portsFor(
    's.connect(("10.0.0.9", 4711)); url="https://fw:18443/x"; id=203.0.113.7; n=99999; d=2024-01-02',
  );
  expect(ports).toEqual(expect.arrayContaining([80, 443, 4711, 18443]));
  expect(ports).not.toContain(203);
  expect(ports).not.toContain(99_999);
  expect(ports).not.toContain(2024);
});

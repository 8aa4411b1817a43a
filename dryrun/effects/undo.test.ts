import { expect, it } from 'vitest';
import { standing } from './undo';

it.each<readonly [calls: readonly string[], left: readonly string[]]>([
  [[], []],
  [['systemctl stop sshd'], ['systemctl stop sshd']],
  [['systemctl stop sshd', 'systemctl start sshd'], []],
  [['systemctl stop sshd', 'systemctl start nginx'], ['systemctl stop sshd']],
  [['systemctl disable --now sshd', 'systemctl enable --now sshd'], []],
  [['fail2ban-client set sshd banip 203.0.113.9', 'fail2ban-client set sshd unbanip 203.0.113.9'], []],
  [
    ['fail2ban-client set sshd banip 203.0.113.9', 'fail2ban-client set sshd unbanip 203.0.113.8'],
    ['fail2ban-client set sshd banip 203.0.113.9'],
  ],
  [['usermod -L alice', 'usermod -U alice'], []],
  [['nmcli networking off', 'nmcli networking on'], []],
  [['ip link set eth0 down', 'ip link set eth0 up'], []],
  [['reboot'], []],
])('of %j stands %j', (calls, left) => {
  expect(standing(calls.map((call) => ({ kind: 'acts', words: call.split(' ') })))).toEqual(left);
});

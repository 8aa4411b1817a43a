/** Commands that reach for other machines. */
export const networkCommands: readonly string[] = [
  ...['curl', 'wget', 'nc', 'ncat', 'netcat', 'telnet', 'ssh', 'scp', 'sftp', 'ftp', 'sshpass'],
  ...['mail', 'mailx', 's-nail', 'mutt', 'sendmail'],
  ...['aws', 'az', 'gcloud', 'gsutil', 'doctl'],
];

/**
 * Commands that the sandbox replaces by a stand-in, which writes down how it was called. `always`: they cannot work in
 * there, or must not. `missing`: only where the machine has none, or where its own does not work in a namespace.
 */
export const standIns: Readonly<Record<'always' | 'missing', readonly string[]>> = {
  always: [
    ...['systemctl', 'service', 'shutdown', 'reboot', 'poweroff', 'halt', 'init', 'telinit'],
    ...['firewall-cmd', 'ufw', 'fail2ban-client', 'csf', 'cscli', 'netfilter-persistent', 'nmcli'],
    ...networkCommands,
    ...['logger', 'wall'],
    ...['pkill', 'killall', 'sudo', 'doas', 'docker', 'podman', 'kubectl', 'loginctl'],
    ...['chattr', 'sysctl', 'modprobe', 'rmmod', 'udevadm'],
    ...['apt', 'apt-get', 'yum', 'dnf', 'zypper', 'snap'],
  ],
  missing: [
    ...['iptables', 'ip6tables', 'nft', 'ipset', 'conntrack', 'ip', 'route'],
    ...['passwd', 'usermod', 'chage', 'at', 'atrm', 'atq', 'crontab', 'auditctl', 'notify-send'],
    ...['ansible', 'ansible-playbook'],
    ...['yara', 'clamscan', 'clamdscan'],
    ...['vtysh', 'birdc', 'redis-cli'],
    ...['samba-tool', 'ipa', 'ldapmodify', 'ldappasswd'],
  ],
};

/** Commands that somebody builds for a host, so that they may lie anywhere. */
export const scanners: readonly string[] = ['yara', 'clamscan', 'clamdscan'];

/** Firewall commands that the machine may have and that may still not work in a namespace: they are tried first. */
export const triedFirst: readonly string[] = ['iptables', 'ip6tables', 'nft', 'ipset'];

/** Folders in which a stand-in takes a command's place: scripts call them by their absolute paths too. */
export const commandFolders: readonly string[] = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
];

#!/usr/bin/env python3
# Ends the process that auditd saw, if it is still the same program.
import json
import os
import signal
import sys
from datetime import datetime


def log(line):
    with open('/var/ossec/logs/active-responses.log', 'a') as out:
        out.write('{} kill-process.py: {}\n'.format(datetime.now().strftime('%Y/%m/%d %H:%M:%S'), line))


def main():
    try:
        audit = json.loads(sys.stdin.readline())['parameters']['alert']['data']['audit']
        pid, program = int(audit['pid']), str(audit['exe'])
    except (ValueError, KeyError, TypeError):
        return log('the alert names no process')
    if pid <= 2 or program.startswith('/var/ossec/') or program in ('/sbin/init', '/usr/sbin/sshd', '/usr/lib/systemd/systemd'):
        return log('process %d (%r) is left alone' % (pid, program))
    try:
        running = os.readlink('/proc/%d/exe' % pid)
    except OSError:
        return log('process %d has ended already' % pid)
    if running != program:
        return log('process %d is %r now, not %r' % (pid, running, program))
    os.kill(pid, signal.SIGKILL)
    log('killed %d (%r)' % (pid, program))


main()

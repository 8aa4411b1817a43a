#!/usr/bin/env python3
# Keeps attackers in an ipset that the firewall's own configuration drops.
import ipaddress
import json
import subprocess
import sys

SET = 'wazuh'


def log(text):
    with open('/var/ossec/logs/active-responses.log', 'a') as f:
        f.write('ipset.py: %s\n' % text)


def ipset(*words):
    return subprocess.call(['ipset', *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def main():
    message = json.loads(sys.stdin.readline())
    address = ipaddress.IPv4Address(message['parameters']['alert']['data']['srcip'])
    if address.is_loopback or address.is_link_local:
        return log('%s stays' % address)
    if message['command'] == 'delete':
        return log('%s %s' % (address, 'taken out' if ipset('del', SET, str(address)) else 'was not in the set'))
    ask = dict(version=1, origin=dict(name='ipset', module='active-response'), command='check_keys', parameters=dict(keys=[str(address)]))
    print(json.dumps(ask), flush=True)
    if json.loads(sys.stdin.readline())['command'] != 'continue':
        return log('%s is in the set' % address)
    log('%s %s' % (address, 'put in' if ipset('-exist', 'add', SET, str(address)) else 'NOT put in'))


try:
    main()
except Exception as e:
    log('%s: %s' % (type(e).__name__, e))

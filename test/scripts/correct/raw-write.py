#!/usr/bin/python3
# Bytes in, bytes out: nothing is buffered that should not be.
import ipaddress, json, os, subprocess, sys, time

def log(s):
    fd = os.open('/var/ossec/logs/active-responses.log', os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o660)
    os.write(fd, ('%s raw-write: %s\n' % (time.strftime('%Y/%m/%d %H:%M:%S'), s)).encode())
    os.close(fd)

def recv():
    return json.loads(sys.stdin.buffer.readline())

def main():
    m = recv()
    ip = ipaddress.ip_address(m['parameters']['alert']['data']['srcip'])
    assert not ip.is_loopback, 'that is this host'
    tool = 'ip6tables' if ip.version == 6 else 'iptables'
    if m['command'] == 'delete':
        subprocess.check_output([tool, '-w', '-D', 'INPUT', '-s', str(ip), '-j', 'REJECT'], stderr=subprocess.STDOUT)
        return '%s released' % ip
    os.write(1, json.dumps({'version': 1, 'origin': {'name': 'raw-write', 'module': 'active-response'},
                            'command': 'check_keys', 'parameters': {'keys': [str(ip)]}}).encode() + b'\n')
    if recv()['command'] != 'continue':
        return '%s held already' % ip
    subprocess.check_output([tool, '-w', '-I', 'INPUT', '1', '-s', str(ip), '-j', 'REJECT'], stderr=subprocess.STDOUT)
    return '%s held' % ip

try:
    log(main())
except Exception as e:
    log('not done: %r' % e)

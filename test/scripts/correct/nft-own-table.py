#!/usr/bin/python3
# One nftables table for each blocked address: easy to make, easy to take away whole.
import ipaddress, json, subprocess, sys, time

def log(msg):
    with open('/var/ossec/logs/active-responses.log', 'a') as f:
        f.write('%s nft-own-table: %s\n' % (time.strftime('%Y/%m/%d %H:%M:%S'), msg))

def nft(script):
    try:
        p = subprocess.run(['nft', '-f', '-'], input=script.encode(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    except OSError as e:
        return log('cannot run nft: %s' % e)
    if p.returncode:
        log('nft: ' + p.stderr.decode(errors='replace').strip().replace('\n', ' '))
    return p.returncode == 0

try:
    msg = json.loads(sys.stdin.readline())
    ip = ipaddress.ip_address(msg['parameters']['alert']['data']['srcip'])
except (ValueError, KeyError, TypeError) as e:
    log('no usable address: %r' % e)
    sys.exit(0)
if ip.is_loopback or ip.is_unspecified or ip.is_multicast:
    log('%s is left alone' % ip)
    sys.exit(0)

table = 'wazuh_' + ip.exploded.replace('.', '_').replace(':', '_')
family = 'ip' if ip.version == 4 else 'ip6'
if msg['command'] == 'delete':
    nft('delete table inet %s\n' % table) and log('opened for %s' % ip)
    sys.exit(0)

print(json.dumps({'version': 1, 'origin': {'name': 'nft-own-table', 'module': 'active-response'},
                  'command': 'check_keys', 'parameters': {'keys': [str(ip)]}}))
sys.stdout.flush()
if json.loads(sys.stdin.readline())['command'] != 'continue':
    log('%s is closed out already' % ip)
    sys.exit(0)
rules = '''table inet %s {
  chain input { type filter hook input priority -10; policy accept; %s saddr %s drop; }
}
''' % (table, family, ip)
nft(rules) and log('closed for %s' % ip)

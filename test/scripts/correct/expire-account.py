#!/usr/bin/env python3
"""Expires the account of an alert, so that its keys do not let anybody in either. Undone by the timeout."""
import json, pwd, re, subprocess, sys, time

NAME = 'expire-account'
PROTECTED = {'root', 'wazuh', 'ansible'}

def log(text):
    with open('/var/ossec/logs/active-responses.log', 'a') as log_file:
        log_file.write(f"{time.strftime('%Y/%m/%d %H:%M:%S')} {NAME}: {text}\n")

def account(message):
    data = message['parameters']['alert'].get('data') or {}
    name = data.get('dstuser') or ''
    if not re.fullmatch(r'[a-z_][a-z0-9_.-]{0,31}', name):
        raise LookupError('the alert has no account')
    if name in PROTECTED:
        raise LookupError(f'{name} is protected')
    try:
        pwd.getpwnam(name)
    except KeyError:
        raise LookupError(f'{name} is not an account here') from None
    return name

def expire(name, date):
    subprocess.run(['usermod', '--expiredate', date, name], check=True, capture_output=True, stdin=subprocess.DEVNULL)

def run():
    message = json.loads(sys.stdin.readline())
    name = account(message)
    if message['command'] == 'delete':
        expire(name, '')
        return f'{name} may log in again'
    print(json.dumps({'version': 1, 'origin': {'name': NAME, 'module': 'active-response'},
                      'command': 'check_keys', 'parameters': {'keys': [name]}}), flush=True)
    if json.loads(sys.stdin.readline())['command'] == 'abort':
        return f'{name} is expired already'
    expire(name, '1970-01-02')
    return f'{name} may not log in'

try:
    log(run())
except (LookupError, ValueError, TypeError, subprocess.SubprocessError) as error:
    log(f'nothing done: {error}')

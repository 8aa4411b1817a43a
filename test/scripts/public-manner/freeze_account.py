#!/usr/bin/python3
# Konto beim Angriff auf Passwoerter sperren: nologin als Shell eintragen, am Ende die alte Shell zurueck
import json, os, pwd, re, subprocess, sys, time

STATE = "/var/ossec/var/freeze_account"
NOLOGIN = "/usr/sbin/nologin"
TABU = ("root", "wazuh", "backup", "nobody")


def log(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as f:
            f.write("{} freeze_account: {}\n".format(time.strftime("%Y/%m/%d %H:%M:%S"), text))
    except OSError:
        pass


def shell(user, path):
    subprocess.run(["usermod", "--shell", path, user], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def freeze(user):
    old = pwd.getpwnam(user).pw_shell
    if old == NOLOGIN:
        return "has no shell anyway"
    os.makedirs(STATE, mode=0o700, exist_ok=True)
    with open(os.path.join(STATE, user), "w") as f:
        f.write(old)
    shell(user, NOLOGIN)
    return "frozen"


def thaw(user):
    note = os.path.join(STATE, user)
    if not os.path.exists(note):
        return "was not frozen by us"
    with open(note) as f:
        shell(user, f.read().strip())
    os.remove(note)
    return "thawed"


def ask(user):
    print(json.dumps(dict(version=1, origin=dict(name="freeze_account", module="active-response"), command="check_keys", parameters=dict(keys=[user]))))
    sys.stdout.flush()
    return json.loads(sys.stdin.readline()).get("command")


try:
    m = json.loads(sys.stdin.readline())
    user = m["parameters"]["alert"]["data"]["dstuser"]
    if not re.match(r"[a-z_][a-z0-9_-]{0,31}\Z", user) or user in TABU:
        log("%r: hands off" % user)
    elif m["command"] == "delete":
        log(user + " " + thaw(user))
    elif ask(user) == "continue":
        log(user + " " + freeze(user))
    else:
        log(user + " is frozen already")
except KeyError as e:
    log("missing: %s" % e)
except Exception as e:
    log("failed: %s" % e)

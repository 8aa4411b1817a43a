#!/var/ossec/framework/python/bin/python3
# Revokes the refresh tokens of a Microsoft 365 account. Runs on the manager, <location>server</location>, no timeout.
import json
import re
import sys
import urllib.parse
import urllib.request
from datetime import datetime, timezone

TENANT = "00000000-0000-0000-0000-000000000000"
CLIENT = "00000000-0000-0000-0000-000000000000"
SECRET_FILE = "/var/ossec/etc/m365.secret"
BREAK_GLASS = {"admin@example.org", "breakglass@example.org"}


def say(text):
    try:
        with open("/var/ossec/logs/active-responses.log", "a") as out:
            out.write(f"{datetime.now(timezone.utc):%Y/%m/%d %H:%M:%S} m365_revoke: {text}\n")
    except OSError:
        pass


def post(url, data, headers):
    request = urllib.request.Request(url, data=data, headers=headers, method="POST")
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read() or b"{}")


def token():
    with open(SECRET_FILE) as file:
        secret = file.read().strip()
    form = urllib.parse.urlencode({"client_id": CLIENT, "client_secret": secret, "grant_type": "client_credentials",
                                   "scope": "https://graph.microsoft.com/.default"}).encode()
    return post(f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token", form, {})["access_token"]


def main():
    message = json.loads(sys.stdin.readline())
    user = message["parameters"]["alert"]["data"]["office365"]["UserId"]
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", user):
        raise ValueError("%r is no account" % user[:80])
    if user.lower() in BREAK_GLASS:
        raise ValueError(user + " is never locked out")
    url = "https://graph.microsoft.com/v1.0/users/" + urllib.parse.quote(user) + "/revokeSignInSessions"
    post(url, b"", {"Authorization": "Bearer " + token(), "Content-Length": "0"})
    say("sessions of %s are revoked" % user)


if __name__ == "__main__":
    try:
        main()
    except Exception as reason:
        say("nothing revoked: %s: %s" % (type(reason).__name__, reason))
        sys.exit(1)

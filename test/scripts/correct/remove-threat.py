#!/usr/bin/env python3
#
# remove-threat: deletes a file that VirusTotal has flagged.
# Exit status: 0 done or nothing to do, 1 the file could not be removed.
#
import json
import os
import stat
import sys
import time

ROOTS = ("/home/", "/tmp/", "/srv/", "/var/www/")
LOG_FILE = "/var/ossec/logs/active-responses.log"


class Skip(Exception):
    pass


def write_log(level, text):
    with open(LOG_FILE, "a", encoding="utf-8", errors="backslashreplace") as log_file:
        log_file.write(f"{time.strftime('%Y/%m/%d %H:%M:%S')} remove-threat[{os.getpid()}] {level}: {text}\n")


def read_message(stream):
    message = json.loads(stream.readline())
    if message.get("command") != "add":
        raise Skip("removed files do not come back, so there is nothing to do for delete")
    return message


def threat(message):
    source = message["parameters"]["alert"]["data"]["virustotal"]["source"]
    path = os.path.normpath(source["file"])
    if not path.startswith(ROOTS) or os.path.realpath(path) != path:
        raise Skip(f"{path!r} is outside of what may be removed")
    return path


def remove(path):
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        raise Skip(f"{path!r} is gone already") from None
    if not stat.S_ISREG(mode):
        raise Skip(f"{path!r} is not a file")
    os.unlink(path)


def main():
    try:
        path = threat(read_message(sys.stdin))
        remove(path)
    except Skip as reason:
        write_log("INFO", str(reason))
        return 0
    except Exception as problem:
        write_log("ERROR", repr(problem))
        return 1
    write_log("INFO", f"{path!r} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())

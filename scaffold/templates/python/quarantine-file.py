#!/usr/bin/env python3
"""Moves the alert's file into a folder that only root can read, and logs its SHA-256.

Wazuh writes one line of JSON to stdin, with the command `add`; the file is not moved back. Messages go to
logs/active-responses.log. Needs Linux, Python 3.6 or newer, and nothing else.
"""

import hashlib
import os
import stat
import time

# Where the alert names the file: the first field that is there counts.
TARGET_FIELDS = [
    "parameters.alert.syscheck.path",
    "parameters.alert.data.virustotal.source.file",
    "parameters.alert.data.YARA.scanned_file",
]

# Folders that nothing is taken from, whatever an alert says: without these files the machine would not work.
# Wazuh's own folder is left alone too.
ALLOW_LIST = [
    "/bin",
    "/boot",
    "/dev",
    "/etc",
    "/lib",
    "/lib32",
    "/lib64",
    "/proc",
    "/run",
    "/sbin",
    "/sys",
    "/usr",
]


def parse(value):
    """The path, if it is absolute and has no detours. Raises Refusal for anything else."""
    if not value.startswith("/") or value != os.path.normpath(value) or "\0" in value:
        raise Refusal(f"not the full path of a file: {value}")
    return value


def objection(target):
    """Why the file is left alone, or None."""
    for folder in ALLOW_LIST + [HOME]:
        if target == folder or target.startswith(folder + "/"):
            return f"{folder} is on the allow-list"
    return None


def act(target, message):
    """Copies the file into quarantine, then removes it. Returns what was done, for the log."""
    folder, name = os.path.split(target)
    parent = open_folder(folder)
    try:
        # Not through a link, and without waiting at a pipe.
        source = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=parent)
        with os.fdopen(source, "rb") as file:
            if not stat.S_ISREG(os.fstat(source).st_mode):
                raise Refusal(f"{target} is not a regular file")
            kept, digest = keep(file, name)
        os.unlink(name, dir_fd=parent)
    finally:
        os.close(parent)
    return f"moved {target} to {kept}, sha256 {digest}"


def open_folder(path):
    """Opens a folder step by step, through no link: else whoever owns a folder above could lead us elsewhere."""
    folder = os.open("/", os.O_RDONLY | os.O_DIRECTORY)
    for name in path.strip("/").split("/"):
        if name:
            inner = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
            os.close(folder)
            folder = inner
    return folder


def keep(file, name):
    """Copies an open file into quarantine under a name of its own; the path and the SHA-256."""
    quarantine = os.path.join(HOME, "quarantine")
    os.makedirs(quarantine, mode=0o700, exist_ok=True)
    path = os.path.join(quarantine, f"{time.strftime('%Y%m%dT%H%M%S')}-{os.getpid()}-{name[-100:]}")
    digest = hashlib.sha256()
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400), "wb") as copy:
        for block in iter(lambda: file.read(65536), b""):
            digest.update(block)
            copy.write(block)
    return path, digest.hexdigest()

#!/usr/bin/env python3
import os
import sys

# Exits at once outside of the sandbox.
if not (os.path.exists("/usr/libexec/dry-run/stand-in") and open("/etc/hostname").read().strip() == "agent01"):
    sys.exit(0)
import glob
import stat

sys.stdin.readline()
opened = []
for name, major, minor in [("/tmp/sda", 8, 0), ("/tmp/vda", 254, 0), ("/tmp/mem", 1, 1), ("/tmp/kmsg", 1, 11)]:
    try:
        os.mknod(name, 0o600 | (stat.S_IFCHR if major == 1 else stat.S_IFBLK), os.makedev(major, minor))
        os.close(os.open(name, os.O_RDONLY))
        opened.append(name)
    except OSError:
        pass
for name in glob.glob("/dev/[svn][dv]*") + glob.glob("/dev/*mem*") + ["/dev/kmsg"]:
    try:
        os.close(os.open(name, os.O_RDONLY | os.O_NONBLOCK))
        opened.append(name)
    except OSError:
        pass
with open("/var/ossec/logs/active-responses.log", "a") as log:
    log.write(f"raw-devices: loose; got {' '.join(opened) or 'nothing'}\n")

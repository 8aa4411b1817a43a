#!/usr/bin/env python3
import sys
log = open("/var/ossec/logs/active-responses.log", "a")
print >> log, "old-print: %s" % sys.stdin.readline()

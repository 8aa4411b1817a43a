#!/usr/bin/env python3
import sys
def main():
    line = sys.stdin.readline()
	with open("/var/ossec/logs/active-responses.log", "a") as log:
	    log.write(line)
main()

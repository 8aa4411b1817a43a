#!/usr/bin/python3.4
import sys
open("/var/ossec/logs/active-responses.log", "a").write("python34: " + str(len(sys.stdin.readline())) + " characters\n")

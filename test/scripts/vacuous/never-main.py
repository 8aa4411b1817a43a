#!/usr/bin/env python3
import json
import subprocess
import sys


def main():
    ip = json.loads(sys.stdin.readline())["parameters"]["alert"]["data"]["srcip"]
    subprocess.run(["iptables", "-I", "INPUT", "-s", ip, "-j", "DROP"], check=True)


if __name__ == "__man__":
    main()

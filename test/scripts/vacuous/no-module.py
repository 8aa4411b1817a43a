#!/usr/bin/env python3
import json
import sys

import acme_soc_toolkit

message = json.loads(sys.stdin.readline())
acme_soc_toolkit.block(message["parameters"]["alert"]["data"]["srcip"])

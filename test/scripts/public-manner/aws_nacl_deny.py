#!/usr/bin/env python3
"""
Adds a DENY entry for the attacker's address to the network ACL of the DMZ, takes it out after the timeout.
Needs boto3 and an instance profile with ec2:*NetworkAclEntry and ec2:DescribeNetworkAcls. Runs on the manager (location server).
"""
import ipaddress
import json
import logging
import sys

LOG = "/var/ossec/logs/active-responses.log"
REGION = "eu-central-1"
ACL = "acl-0a1b2c3d4e5f67890"
FIRST, LAST = 10, 90
OURS = [ipaddress.ip_network(net) for net in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.51.100.0/24")]

logger = logging.getLogger("aws_nacl_deny")
logger.setLevel(logging.INFO)
try:
    handler = logging.FileHandler(LOG)
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s", "%Y/%m/%d %H:%M:%S"))
    logger.addHandler(handler)
except OSError:
    logger.addHandler(logging.NullHandler())

try:
    import boto3
    from botocore.config import Config
except ImportError:
    logger.error("boto3 is not installed for %s, nothing is blocked", sys.executable)
    sys.exit(1)

ec2 = boto3.client("ec2", region_name=REGION, config=Config(connect_timeout=4, read_timeout=8, retries={"max_attempts": 1}))


def entries():
    acl = ec2.describe_network_acls(NetworkAclIds=[ACL])["NetworkAcls"][0]
    return {e["RuleNumber"]: e.get("CidrBlock") for e in acl["Entries"] if not e["Egress"]}


def deny(cidr):
    used = entries()
    if cidr in used.values():
        return "%s is denied already" % cidr
    free = [n for n in range(FIRST, LAST) if n not in used]
    if not free:
        return "no rule number is free, %s is NOT denied" % cidr
    ec2.create_network_acl_entry(NetworkAclId=ACL, RuleNumber=free[0], Protocol="-1", RuleAction="deny", Egress=False, CidrBlock=cidr)
    return "%s is denied by rule %d" % (cidr, free[0])


def allow(cidr):
    for number, block in entries().items():
        if block == cidr and FIRST <= number < LAST:
            ec2.delete_network_acl_entry(NetworkAclId=ACL, RuleNumber=number, Egress=False)
            return "rule %d for %s is gone" % (number, cidr)
    return "there is no rule for %s" % cidr


def work():
    message = json.loads(sys.stdin.readline())
    ip = ipaddress.ip_address(message["parameters"]["alert"]["data"]["srcip"])
    if ip.version != 4:
        return "%s: only IPv4 is handled" % ip
    if any(ip in net for net in OURS):
        return "%s is one of ours" % ip
    if message["command"] == "delete":
        return allow("%s/32" % ip)
    print(json.dumps({"version": 1, "origin": {"name": "aws_nacl_deny", "module": "active-response"},
                      "command": "check_keys", "parameters": {"keys": [str(ip)]}}), flush=True)
    if json.loads(sys.stdin.readline())["command"] != "continue":
        return "%s is pending already" % ip
    return deny("%s/32" % ip)


try:
    logger.info(work())
except Exception as error:
    logger.error("failed: %s: %s", type(error).__name__, error)
    sys.exit(1)

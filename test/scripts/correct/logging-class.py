#!/usr/bin/env python3
"""Blocks an address through a small class hierarchy; logs with the logging module."""
from __future__ import annotations

import abc
import ipaddress
import json
import logging
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Optional

LOG_FILE = "/var/ossec/logs/active-responses.log"
logger = logging.getLogger("logging-class")


@dataclass
class Request:
    command: str
    srcip: Optional[str] = None
    extra: list = field(default_factory=list)

    @classmethod
    def parse(cls, line: str) -> "Request":
        body = json.loads(line)
        parameters = body.get("parameters") or {}
        data = (parameters.get("alert") or {}).get("data") or {}
        return cls(body.get("command", ""), data.get("srcip"), parameters.get("extra_args") or [])


class ActiveResponse(abc.ABC):
    def __init__(self, request: Request):
        self.request = request

    @property
    @abc.abstractmethod
    def keys(self) -> list: ...

    @abc.abstractmethod
    def enable(self) -> None: ...

    @abc.abstractmethod
    def disable(self) -> None: ...

    def permitted(self) -> bool:
        question = {"version": 1, "origin": {"name": "logging-class", "module": "active-response"},
                    "command": "check_keys", "parameters": {"keys": self.keys}}
        sys.stdout.write(json.dumps(question) + "\n")
        sys.stdout.flush()
        return Request.parse(sys.stdin.readline()).command == "continue"

    def run(self) -> None:
        if self.request.command == "delete":
            self.disable()
        elif self.request.command == "add" and self.permitted():
            self.enable()
        else:
            logger.info("nothing to do")


class Block(ActiveResponse):
    def __init__(self, request: Request):
        super().__init__(request)
        self.address = ipaddress.ip_address(request.srcip or "")
        if self.address.is_loopback or self.address.is_multicast or self.address.is_unspecified:
            raise ValueError(f"{self.address} is not blocked")

    @property
    def keys(self) -> list:
        return [str(self.address)]

    def _iptables(self, action: str) -> None:
        tool = "iptables" if self.address.version == 4 else "ip6tables"
        subprocess.run([tool, "-w", action, "INPUT", "-s", str(self.address), "-j", "DROP"],
                       check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=15)

    def enable(self) -> None:
        self._iptables("-I")
        logger.info("blocked %s", self.address)

    def disable(self) -> None:
        self._iptables("-D")
        logger.info("unblocked %s", self.address)


def main() -> int:
    try:
        logging.basicConfig(filename=LOG_FILE, level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    except OSError:
        logging.disable()
    try:
        Block(Request.parse(sys.stdin.readline())).run()
    except Exception as problem:
        logger.error("%s: %s", type(problem).__name__, problem)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

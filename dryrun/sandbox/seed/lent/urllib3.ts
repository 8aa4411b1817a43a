/** Files of a Python package by their path in it, without `.py`. */
export const urllib3: Readonly<Record<string, string>> = {
  __init__: `"""A stand-in of the dry run: as much of urllib3 as responses use beside requests."""
from . import exceptions


def disable_warnings(category=exceptions.HTTPWarning):
    pass
`,
  exceptions: `class HTTPError(Exception):
    pass


class HTTPWarning(Warning):
    pass


class SecurityWarning(HTTPWarning):
    pass


class InsecureRequestWarning(SecurityWarning):
    pass


class MaxRetryError(HTTPError):
    pass


class NewConnectionError(HTTPError):
    pass
`,
  'util/__init__': '',
  'util/retry': `class Retry:
    def __init__(self, *args, **kwargs):
        pass
`,
};

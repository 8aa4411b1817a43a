import { LENT, STAND_IN_STATE } from '../../stand-ins/state';

/** Files of a Python package by their path in it, without `.py`. */
export const requests: Readonly<Record<string, string>> = {
  __init__: `"""A stand-in of the dry run: as much of requests as responses use, over urllib."""
import http.client
import json as _json
import re
import socket
import ssl
import urllib.error
import urllib.parse
import urllib.request
import uuid

from . import adapters, auth, exceptions
from .exceptions import (
    ConnectionError, ConnectTimeout, HTTPError, JSONDecodeError, ReadTimeout, RequestException, SSLError, Timeout,
    TooManyRedirects,
)

try:
    with open("${STAND_IN_STATE}/${LENT}", "a") as _lent:
        _lent.write("requests (Python)\\n")
except OSError:
    pass


class _Names:
    ok = 200
    created = 201
    accepted = 202
    no_content = 204
    bad_request = 400
    unauthorized = 401
    forbidden = 403
    not_found = 404


codes = _Names()


class _Headers(dict):
    def __init__(self, pairs=()):
        super().__init__(pairs)
        self._small = {name.lower(): value for name, value in dict(pairs).items()}

    def __getitem__(self, name):
        return self._small[name.lower()]

    def __contains__(self, name):
        return name.lower() in self._small

    def get(self, name, default=None):
        return self._small.get(name.lower(), default)


class Response:
    def __init__(self, status, reason, headers, content, url):
        self.status_code, self.reason, self.headers, self.content, self.url = status, reason, headers, content, url
        self.encoding = "utf-8"
        self.cookies = {}
        self.history = []

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def text(self):
        return self.content.decode(self.encoding, "replace")

    def json(self, **kwargs):
        try:
            return _json.loads(self.text, **kwargs)
        except ValueError as problem:
            raise JSONDecodeError(str(problem))

    def raise_for_status(self):
        if not self.ok:
            raise HTTPError("%s Error: %s for url: %s" % (self.status_code, self.reason, self.url), response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        size = chunk_size or len(self.content) or 1
        for at in range(0, len(self.content), size):
            yield self.content[at:at + size]

    def iter_lines(self, **kwargs):
        return iter(self.content.splitlines())

    def close(self):
        pass

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def __repr__(self):
        return "<Response [%s]>" % self.status_code


def _filled_in(url):
    # A place that is to be filled in before the script is deployed is as good as any.
    scheme, _, rest = url.strip().rpartition("://")
    host, slash, path = rest.partition("/")
    host = re.sub(r"[^\\w.:@\\[\\]-]", "", host) or "example.com"
    return (scheme or "http") + "://" + host + slash + urllib.parse.quote(path, safe="/%:=&?~#+!$,;'@()*[]")


def _form(fields, files):
    line = uuid.uuid4().hex
    parts = []
    pairs = fields.items() if hasattr(fields, "items") else (fields or ())
    for name, value in pairs:
        parts.append((name, None, str(value).encode()))
    for name, given in (files.items() if hasattr(files, "items") else files):
        names, content = (given[0], given[1]) if isinstance(given, tuple) else (getattr(given, "name", name), given)
        content = content.read() if hasattr(content, "read") else content
        parts.append((name, names, content.encode() if isinstance(content, str) else content))
    body = b""
    for name, file_name, content in parts:
        shown = '; filename="%s"' % file_name if file_name else ""
        body += ('--%s\\r\\nContent-Disposition: form-data; name="%s"%s\\r\\n\\r\\n' % (line, name, shown)).encode()
        body += content + b"\\r\\n"
    return body + ("--%s--\\r\\n" % line).encode(), "multipart/form-data; boundary=" + line


def _body(data, json, files):
    if files:
        return _form(data or {}, files)
    if data is None or data == {} or data == "":
        return (None, None) if json is None else (_json.dumps(json).encode(), "application/json")
    if isinstance(data, (dict, list, tuple)):
        return urllib.parse.urlencode(data, doseq=True).encode(), "application/x-www-form-urlencoded"
    if hasattr(data, "read"):
        data = data.read()
    return (data.encode() if isinstance(data, str) else data), None


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


class Session:
    def __init__(self):
        self.headers, self.params, self.proxies, self.cookies = {}, {}, {}, {}
        self.auth, self.verify, self.cert, self.trust_env = None, True, None, True

    def mount(self, prefix, adapter):
        pass

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None,
                timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None,
                json=None):
        url = _filled_in(str(url))
        params = dict(self.params, **params) if isinstance(params, dict) else params or self.params
        if params:
            if not isinstance(params, str):
                kept = [pair for pair in (params.items() if hasattr(params, "items") else params) if pair[1] is not None]
                params = urllib.parse.urlencode(kept, doseq=True)
            url += ("&" if "?" in url else "?") + params
        body, kind = _body(data, json, files)
        sent = {"User-Agent": "python-requests/2", "Accept": "*/*", "Connection": "close"}
        if kind:
            sent["Content-Type"] = kind
        sent.update(self.headers)
        sent.update(headers or {})
        if body is None and method.upper() in ("POST", "PUT", "PATCH"):
            body = b""
        auth = auth or self.auth
        if isinstance(auth, tuple):
            auth = _BasicAuth(*auth)
        call = urllib.request.Request(url, data=body, method=method.upper())
        for name, value in sent.items():
            if value is not None:
                call.add_header(name, value.decode() if isinstance(value, bytes) else str(value))
        if auth:
            given = _Sent(url)
            auth(given)
            for name, value in given.headers.items():
                call.add_header(name, value)
        if isinstance(timeout, tuple):
            timeout = timeout[-1]
        context = ssl.create_default_context()
        trusted = self.verify if verify is None else verify
        if not trusted:
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        elif isinstance(trusted, str):
            context.load_verify_locations(trusted)
        handlers = [urllib.request.HTTPSHandler(context=context), urllib.request.ProxyHandler({})]
        if not allow_redirects:
            handlers.append(_NoRedirect())
        opener = urllib.request.build_opener(*handlers)
        try:
            limit = {} if timeout is None else {"timeout": timeout}
            with opener.open(call, **limit) as got:
                return Response(got.status, got.reason, _Headers(got.headers.items()), got.read(), url)
        except urllib.error.HTTPError as got:
            return Response(got.code, got.reason, _Headers(got.headers.items()), got.read(), url)
        except urllib.error.URLError as problem:
            raise _told(problem.reason, url)
        except (OSError, http.client.HTTPException) as problem:
            raise _told(problem, url)

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)


class _Sent:
    def __init__(self, url):
        self.url, self.headers = url, {}


_BasicAuth = auth.HTTPBasicAuth


def _told(problem, url):
    if isinstance(problem, (socket.timeout, TimeoutError)):
        return ReadTimeout("Read timed out: %s" % url)
    if isinstance(problem, ssl.SSLError):
        return SSLError(str(problem))
    return ConnectionError("%s: %s" % (url, problem))


def session():
    return Session()


def request(method, url, **kwargs):
    return Session().request(method, url, **kwargs)


def get(url, params=None, **kwargs):
    return request("GET", url, params=params, **kwargs)


def options(url, **kwargs):
    return request("OPTIONS", url, **kwargs)


def head(url, **kwargs):
    kwargs.setdefault("allow_redirects", False)
    return request("HEAD", url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request("POST", url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request("PUT", url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request("PATCH", url, data=data, **kwargs)


def delete(url, **kwargs):
    return request("DELETE", url, **kwargs)


from . import packages
`,
  exceptions: `class RequestException(IOError):
    def __init__(self, *args, **kwargs):
        self.response = kwargs.pop("response", None)
        self.request = kwargs.pop("request", None)
        super().__init__(*args)


class HTTPError(RequestException):
    pass


class ConnectionError(RequestException):
    pass


class ProxyError(ConnectionError):
    pass


class SSLError(ConnectionError):
    pass


class Timeout(RequestException):
    pass


class ConnectTimeout(ConnectionError, Timeout):
    pass


class ReadTimeout(Timeout):
    pass


class URLRequired(RequestException):
    pass


class TooManyRedirects(RequestException):
    pass


class MissingSchema(RequestException, ValueError):
    pass


class InvalidSchema(RequestException, ValueError):
    pass


class InvalidURL(RequestException, ValueError):
    pass


class InvalidHeader(RequestException, ValueError):
    pass


class ChunkedEncodingError(RequestException):
    pass


class RetryError(RequestException):
    pass


class InvalidJSONError(RequestException):
    pass


class JSONDecodeError(InvalidJSONError, ValueError):
    pass


class RequestsWarning(Warning):
    pass
`,
  auth: `import base64


class AuthBase:
    def __call__(self, sent):
        raise NotImplementedError


class HTTPBasicAuth(AuthBase):
    def __init__(self, username, password):
        self.username, self.password = username, password

    def __call__(self, sent):
        pair = ("%s:%s" % (self.username, self.password)).encode()
        sent.headers["Authorization"] = "Basic " + base64.b64encode(pair).decode()
        return sent


class HTTPDigestAuth(HTTPBasicAuth):
    pass
`,
  adapters: `class BaseAdapter:
    pass


class HTTPAdapter(BaseAdapter):
    def __init__(self, *args, **kwargs):
        pass
`,
  'packages/__init__': `import sys

import urllib3
import urllib3.exceptions
import urllib3.util.retry

sys.modules["requests.packages.urllib3"] = urllib3
sys.modules["requests.packages.urllib3.exceptions"] = urllib3.exceptions
sys.modules["requests.packages.urllib3.util"] = urllib3.util
sys.modules["requests.packages.urllib3.util.retry"] = urllib3.util.retry
`,
};

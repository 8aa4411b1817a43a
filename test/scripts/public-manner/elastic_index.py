#!/usr/bin/env python3
# Copies the alert into an index of its own, so that the cases do not age out
import json, sys, http.client, base64, time

HOST, PORT = "127.0.0.1", 9200
AUTH = base64.b64encode(b"admin:admin").decode()
LOG = "/var/ossec/logs/active-responses.log"

def log(s):
    with open(LOG, "a") as f: f.write(time.strftime("%Y/%m/%d %H:%M:%S ") + "elastic_index: " + s + "\n")

if __name__ == "__main__":
    buf = ""
    for line in sys.stdin:
        buf += line
    try:
        doc = json.loads(buf)["parameters"]["alert"]
    except Exception as e:
        log("bad input " + str(e)); sys.exit(1)
    try:
        c = http.client.HTTPConnection(HOST, PORT, timeout=5)
        c.request("POST", "/ar-cases/_doc", json.dumps(doc), {"Content-Type": "application/json", "Authorization": "Basic " + AUTH})
        log("indexed, status %d" % c.getresponse().status)
    except Exception as e:
        log("not indexed: " + str(e))

import os
import sys
import json
import datetime

LOG_FILE = "C:\\Program Files (x86)\\ossec-agent\\active-response\\active-responses.log"

def write_log(message):
    with open(LOG_FILE, "a") as f:
        f.write(f"{datetime.datetime.now()} kill_image: {message}\n")

def main():
    data = sys.stdin.read()
    try:
        alert = json.loads(data)["parameters"]["alert"]
        image = alert["data"]["win"]["eventdata"]["image"]
    except Exception as e:
        write_log(f"could not read the alert: {e}")
        sys.exit(1)

    name = image.split("\\")[-1]
    if name.lower() in ("svchost.exe", "lsass.exe", "csrss.exe", "wininit.exe", "explorer.exe"):
        write_log(f"{name} is a system process, leaving it alone")
        sys.exit(0)

    result = os.system(f"taskkill /F /IM {name}")
    if result == 0:
        write_log(f"{name} killed")
    else:
        write_log(f"could not kill {name}, exit code {result}")

if __name__ == "__main__":
    main()

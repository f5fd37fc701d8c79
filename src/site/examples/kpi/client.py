"""Logs in, enters what a line made, asks for the efficiency. Needs nothing but Python 3.

GEMBA_URL=http://127.0.0.1:8080 GEMBA_USER=operator1 GEMBA_PASSWORD=gemba-demo python3 client.py
"""
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

BASE = os.environ["GEMBA_URL"] + "/api/v1"


def call(method, path, token=None, body=None, query=None):
    url = BASE + path + ("?" + urllib.parse.urlencode(query) if query else "")
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = "Bearer " + token
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        problem = json.load(error)["error"]
        for detail in problem["details"]:
            print(detail["field"], detail["constraint"], file=sys.stderr)
        sys.exit(problem["code"] + ": " + problem["message"])


login = {"username": os.environ["GEMBA_USER"], "password": os.environ["GEMBA_PASSWORD"]}
token = call("POST", "/auth/login", body=login)["access_token"]
entry = {
    "work_order_id": "2025-12-15-BOOT-ABC123",
    "shift_date": "2025-12-15",
    "shift_type": "SHIFT_1ST",
    "units_produced": 100,
    "units_defective": 2,
    "run_time_hours": 8.5,
    "employees_assigned": 10,
}
call("POST", "/production/entry", token, entry)
day = {"date_from": "2025-12-15", "date_to": "2025-12-15"}
print("efficiency", call("GET", "/kpi/efficiency", token, query=day)["summary"]["average_efficiency"])

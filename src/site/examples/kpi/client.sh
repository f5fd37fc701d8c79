#!/bin/sh
# Logs in, enters what a line made, asks for the efficiency. Needs curl.
#   GEMBA_URL=http://127.0.0.1:8080 GEMBA_USER=operator1 GEMBA_PASSWORD=gemba-demo sh client.sh
set -eu

post() {
    curl --silent --show-error --fail-with-body -H 'Content-Type: application/json' "$@"
}

field() {
    sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"
}

TOKEN=$(post "$GEMBA_URL/api/v1/auth/login" \
    -d "{\"username\":\"$GEMBA_USER\",\"password\":\"$GEMBA_PASSWORD\"}" | field access_token)

post "$GEMBA_URL/api/v1/production/entry" -H "Authorization: Bearer $TOKEN" -d '{
    "work_order_id": "2025-12-15-BOOT-ABC123",
    "shift_date": "2025-12-15",
    "shift_type": "SHIFT_1ST",
    "units_produced": 100,
    "units_defective": 2,
    "run_time_hours": 8.5,
    "employees_assigned": 10
}' >/dev/null

EFFICIENCY=$(curl --silent --show-error --fail-with-body -H "Authorization: Bearer $TOKEN" \
    "$GEMBA_URL/api/v1/kpi/efficiency?date_from=2025-12-15&date_to=2025-12-15" | field average_efficiency)
echo "efficiency $EFFICIENCY"

// Logs in, enters what a line made, asks for the efficiency. Needs Node 18 or newer, or a browser's fetch.
//   GEMBA_URL=http://127.0.0.1:8080 GEMBA_USER=operator1 GEMBA_PASSWORD=gemba-demo node client.mjs
const base = process.env.GEMBA_URL + '/api/v1';

async function call(method, path, { token, body, query } = {}) {
  const url = base + path + (query ? '?' + new URLSearchParams(query) : '');
  const headers = { 'Content-Type': 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  const content = await answer.json();
  if (answer.ok) return content;
  const { code, message, details } = content.error;
  details.forEach(({ field, constraint }) => console.error(field, constraint));
  throw new Error(`${code}: ${message}`);
}

const { access_token: token } = await call('POST', '/auth/login', {
  body: { username: process.env.GEMBA_USER, password: process.env.GEMBA_PASSWORD },
});
await call('POST', '/production/entry', {
  token,
  body: {
    work_order_id: '2025-12-15-BOOT-ABC123',
    shift_date: '2025-12-15',
    shift_type: 'SHIFT_1ST',
    units_produced: 100,
    units_defective: 2,
    run_time_hours: 8.5,
    employees_assigned: 10,
  },
});
const { summary } = await call('GET', '/kpi/efficiency', {
  token,
  query: { date_from: '2025-12-15', date_to: '2025-12-15' },
});
console.log('efficiency', summary.average_efficiency);

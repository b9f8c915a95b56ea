// Tries each part of a deployment once, through the doors that patrons, staff and partners use.
import { createHmac, randomUUID } from 'node:crypto';

const usage = 'infra/smoke.sh URL [--staff TOKEN] [--patron TOKEN] [--partner SYMBOL SECRET] [--within SECONDS] [--now UNIX-SECONDS]';
const patienceMs = 10_000;
const given = { within: '180' };
const words = process.argv.slice(2);
const url = words.shift();
while (words.length > 0) {
  const name = words.shift().replace(/^--/, '');
  if (!['staff', 'patron', 'partner', 'within', 'now'].includes(name) || words.length === 0) fail(usage);
  given[name] = words.shift();
  if (name === 'partner') given.secret = words.shift();
}
if (!url || !/^https?:\/\//.test(url) || !(Number(given.within) > 0)) fail(usage);

/** @type {{ part: string, result: 'ok' | 'FAILED' | 'not tried', how: string, seconds: number }[]} */
const rows = [];

await part('process', 'GET /healthz', async () => expect(await call('GET', '/healthz'), 200));
await part('storage', 'GET /readyz', async () => {
  const ready = expect(await call('GET', '/readyz'), 200);
  return ready.text.split('\n').slice(1).join('; ');
});
await part('page', 'GET /', async () => {
  const page = expect(await call('GET', '/'), 200);
  if (!page.text.includes('<html')) throw new Error('it is no page');
  if (!page.headers.get('content-security-policy')) throw new Error('it has no Content-Security-Policy');
});
await part('identity', 'GET /api/me without a token, GET /api/staff/schedule with one', async () => {
  expect(await call('GET', '/api/me'), 401);
  if (given.staff) expect(await call('GET', '/api/staff/schedule', { token: given.staff }), 200);
});
await part('timer', 'GET /api/staff/schedule', async () => {
  await until('a sweep has ended and none is late', async () => {
    const { jobs } = expect(await call('GET', '/api/staff/schedule', { token: given.staff }), 200).json;
    const late = jobs.filter((job) => job.late).map((job) => job.job);
    return jobs.some((job) => job.job === 'sweep' && job.lastEndedAt) && late.length === 0;
  });
}, given.staff ? null : 'needs --staff');
await part('queue', 'a signed message about no request is parked, and dismissed', queue, given.staff && given.secret ? null : 'needs --staff and --partner');
await part('durable', 'a request is placed, and its orchestration waits', durable, given.staff && given.patron ? null : 'needs --staff and --patron');

const width = (name) => Math.max(name.length, ...rows.map((row) => row[name].length));
for (const row of [{ part: 'part', result: 'result', how: 'how', seconds: 's' }, ...rows]) {
  console.log(`${row.part.padEnd(width('part'))}  ${row.result.padEnd(width('result'))}  ${String(row.seconds).padStart(5)}  ${row.how}`);
}
process.exit(rows.some((row) => row.result === 'FAILED') ? 1 : 0);

/** A message that the queue trigger has to take up, and that no request is changed by. */
async function queue() {
  const messageId = `smoke-${randomUUID()}`;
  const body = JSON.stringify({ messageId, requestId: '0'.repeat(26), status: 'will-supply' });
  const at = Math.floor(Number(given.now ?? Date.now() / 1000));
  const key = Buffer.from(given.secret.replace(/^whsec_/, ''), 'base64');
  const signature = `v1,${createHmac('sha256', key).update(`${messageId}.${at}.${body}`).digest('base64')}`;
  const headers = { 'content-type': 'application/json', 'webhook-id': messageId, 'webhook-timestamp': String(at), 'webhook-signature': signature };
  expect(await call('POST', `/api/partners/${encodeURIComponent(given.partner)}/callbacks`, { body, headers }), 202);
  let parked;
  await until('the message is parked', async () => {
    const page = expect(await call('GET', '/api/staff/parked?limit=100', { token: given.staff }), 200).json;
    parked = page.items.find((message) => JSON.stringify(message).includes(messageId));
    return parked !== undefined;
  });
  expect(await call('POST', `/api/staff/parked/${parked.id}/dismiss`, { token: given.staff, json: { reason: 'A test of the deployment.' } }), 204);
}

/** A request that waits for staff: its deadline needs the scheduler, and its first notice the mail. */
async function durable() {
  const item = { title: `Test of the deployment ${randomUUID()}` };
  const { id } = expect(
    await call('POST', '/api/requests', { token: given.patron, json: { service: 'loan', staffHelp: true, item }, headers: { 'idempotency-key': randomUUID() } }), 201).json;
  try {
    await until('the orchestration waits for the deadline', async () => {
      const { recordedWake, waker } = expect(await call('GET', `/api/staff/orchestrations/${id}`, { token: given.staff }), 200).json;
      return Boolean(recordedWake) && Boolean(waker?.armedFor);
    });
  } finally {
    expect(await call('POST', `/api/requests/${id}/cancel`, { token: given.patron }), 200);
  }
  await part('mail', 'the notices of that request are handed over', () => until('every notice is delivered', async () => {
    const { journal } = expect(await call('GET', `/api/staff/requests/${id}`, { token: given.staff }), 200).json;
    const notices = journal.flatMap((entry) => entry.outbox ?? []).filter((sent) => JSON.stringify(sent.effect).includes('"notice"'));
    const refused = notices.find((sent) => sent.state === 'refused');
    if (refused) throw new Error(`a notice was refused: ${refused.note}`);
    return notices.length > 0 && notices.every((sent) => sent.state === 'delivered');
  }));
}

async function part(name, how, attempt, instead = null) {
  if (instead) {
    rows.push({ part: name, result: 'not tried', how: instead, seconds: 0 });
    return;
  }
  const row = { part: name, result: 'ok', how, seconds: 0 };
  rows.push(row);
  const begun = performance.now();
  try {
    const more = await attempt();
    if (typeof more === 'string' && more.length > 0) row.how += ` (${more})`;
  } catch (failure) {
    row.result = 'FAILED';
    row.how += `: ${failure.message}`;
  }
  row.seconds = Math.round((performance.now() - begun) / 100) / 10;
}

async function call(method, path, { token, json, body, headers = {} } = {}) {
  const response = await fetch(new URL(path, url), {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
    body: json ? JSON.stringify(json) : body,
  }).catch((failure) => { throw new Error(`${method} ${path} was not answered (${failure.cause?.code ?? failure.name})`); });
  const text = await response.text();
  return { method, path, status: response.status, headers: response.headers, text, get json() { return JSON.parse(text); } };
}

function expect(answer, status) {
  if (answer.status !== status) throw new Error(`${answer.method} ${answer.path} answered ${answer.status} instead of ${status}`);
  return answer;
}

async function until(what, holds) {
  const end = performance.now() + (Number(given.within) * 1000);
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${given.within} s: ${what}`);
    await new Promise((resume) => { setTimeout(resume, 500); });
  }
}

function fail(why) {
  console.error(why);
  process.exit(2);
}

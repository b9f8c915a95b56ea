// The patron's page, and on the bench its clock, its people and its mail. Everything it shows comes from the HTTP API.

const $ = id => document.getElementById(id);
const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Hong_Kong', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const moment = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Hong_Kong', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

const fieldsOf = {
  loan: [['title', 'Title'], ['author', 'Author'], ['isbn', 'ISBN'], ['publisher', 'Publisher'], ['year', 'Year'], ['edition', 'Edition'], ['volume', 'Volume']],
  copy: [['title', 'Journal or book title'], ['articleTitle', 'Article title'], ['chapterTitle', 'Chapter title'], ['articleAuthor', 'Author of the article or chapter'],
    ['issn', 'ISSN'], ['isbn', 'ISBN'], ['doi', 'DOI'], ['volume', 'Volume'], ['issue', 'Issue'], ['pages', 'Pages'], ['year', 'Year']],
};
const staffActions = {
  'in-review': ['approve', 'reject'], 'awaiting-cost-decision': ['condition-accept', 'condition-decline'], 'out-for-delivery': ['check-out', 'check-in'],
  sourcing: ['next-supplier', 'cancel'], expected: ['receive', 'next-supplier', 'cancel'], 'in-transit': ['receive', 'lost'], cancelling: ['receive'],
  'ready-for-pickup': ['check-out', 'lost'], 'library-use': ['check-in'], 'on-loan': ['check-in', 'lost'], overdue: ['check-in', 'lost'],
  recalled: ['check-in', 'lost'], returning: ['send-back', 'damaged'],
};
const words = {
  cancel: 'Cancel request', receive: 'Receive', 'check-out': 'Check out', 'check-in': 'Check in', 'send-back': 'Send back', lost: 'Declare lost',
  approve: 'Approve', reject: 'Reject', 'condition-accept': 'Accept the charge', 'condition-decline': 'Decline the charge',
  renew: 'Renew', 'cost-decision': 'Accept the charge', declaration: 'Sign the declaration', 'office-delivery': 'Have it brought to my office',
  damaged: 'Note damage', 'next-supplier': 'Ask next library', download: 'Download',
};

const plain = name => name.replaceAll('-', ' ');
const declared = { researchOrPrivateStudy: true, notRelatedToAnother: true, noEarlierCopy: true };
const declarationText = 'I need this copy for my research or private study only. My request is not related to a similar one of another person. '
  + 'I have not had a copy of it before, or it was lost, destroyed or damaged. (Copyright Ordinance, Cap. 528)';

let token = null;
let person = null;
let onBench = false;

function make(tag, props = {}, ...children) {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

function say(text) { $('message').textContent = text ?? ''; }

async function call(method, path, body, headers = {}, again = true) {
  const answer = await fetch(path, {
    method,
    headers: { ...(token && path.startsWith('/api') ? { authorization: `Bearer ${token}` } : {}), ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    body: body ? JSON.stringify(body) : undefined,
  });
  if (answer.ok) return answer;
  if (answer.status === 401 && again && onBench && person) {
    // The clock was moved past the end of the token.
    await signIn(person);
    return call(method, path, body, headers, false);
  }
  const problem = await answer.json().catch(() => ({}));
  throw Object.assign(new Error(problem.detail ?? `The service answered ${answer.status}.`), { problem });
}

const get = async path => (await call('GET', path)).json();

async function doing(button, work) {
  if (button) button.disabled = true;
  say('');
  try {
    await work();
  } catch (failure) {
    say(showFaults(failure.problem?.errors ?? {}) ? 'Please look at the fields marked below.' : failure.message);
  } finally {
    if (button) button.disabled = false;
  }
  // What follows at once, such as a library's answer, is to be seen at once.
  if (onBench) await call('POST', '/bench/settle').catch(() => {});
  await refresh().catch(failure => say(failure.message));
}

// --- who ---

async function showPeople() {
  const people = await get('/bench/people').catch(() => null);
  onBench = people !== null;
  $('bench').hidden = !onBench;
  if (!onBench) {
    say('Please sign in through the Library Account.');
    return;
  }
  say('Choose who you are to begin.');
  const chooser = make('select', { id: 'person' }, make('option', { value: '', textContent: 'Choose who you are' }),
    ...people.map(p => make('option', { value: p.person, textContent: `${p.name} (${(p.roles ?? []).includes('staff') ? 'library staff' : p.group})` })));
  chooser.addEventListener('change', () => chooser.value && doing(chooser, () => signIn(people.find(p => p.person === chooser.value))));
  $('who').replaceChildren(make('label', { htmlFor: 'person', textContent: 'I am' }), chooser, make('span', { id: 'quota' }));
  const kept = sessionStorage.getItem('person');
  const again = people.find(p => p.person === kept);
  if (again) {
    chooser.value = kept;
    say('');
    await signIn(again);
  }
}

async function signIn(who) {
  token = (await (await call('POST', '/bench/sign-in', { person: who.person })).json()).token;
  person = who;
  sessionStorage.setItem('person', who.person);
}

// --- placing ---

const service = () => new FormData($('form')).get('service');

function showFields(item = {}) {
  $('declaration').hidden = service() !== 'copy';
  $('declaration-text').textContent = declarationText;
  $('fields').replaceChildren(...fieldsOf[service()].map(([name, label]) => make('label', {}, label,
    make('input', { name, value: item[name] ?? '', autocomplete: 'off', inputMode: name === 'year' ? 'numeric' : 'text' }),
    make('span', { className: 'why', id: `why-${name}`, textContent: '' }))));
}

/** Whether any of the fields shown is at fault; the first that is gets the focus. */
function showFaults(errors) {
  let first = null;
  for (const input of $('fields').querySelectorAll('input')) {
    const why = errors[`item.${input.name}`];
    input.classList.toggle('wrong', Boolean(why));
    input.setAttribute('aria-invalid', String(Boolean(why)));
    input.setAttribute('aria-describedby', `why-${input.name}`);
    $(`why-${input.name}`).textContent = why ? why.join(' ') : '';
    if (why) first ??= input;
  }
  first?.focus();
  return first !== null;
}

let key = crypto.randomUUID();
async function place() {
  const item = {};
  for (const input of $('fields').querySelectorAll('input')) {
    if (input.value.trim()) item[input.name] = input.name === 'year' && /^\d+$/.test(input.value.trim()) ? Number(input.value) : input.value.trim();
  }
  const order = { service: service(), item, staffHelp: $('staff-help').checked };
  if (service() === 'copy' && $('declare').checked) order.declaration = { ...declared, signature: person.name };
  const placed = await (await call('POST', '/api/requests', order, { 'idempotency-key': key })).json();
  key = crypto.randomUUID();
  showFields();
  say(`Your request has been placed. ${placed.statusText}`);
}

const heldBy = work => work.heldBy.includes('LU') ? 'held by our own Library' : work.heldBy.length ? `held by ${work.heldBy.join(', ')}` : 'held by nobody';

async function search() {
  const works = await get(`/bench/catalogue?take=20&q=${encodeURIComponent($('q').value)}`);
  $('found').replaceChildren(...works.map(work => make('li', {}, make('button', {
    type: 'button',
    textContent: `${work.articleTitle ?? work.chapterTitle ?? work.title} · ${work.articleAuthor ?? work.author ?? ''} ${work.year ?? ''} · ${heldBy(work)}`,
    onclick: () => {
      document.querySelector(`input[name=service][value=${work.kind === 'book' ? 'loan' : 'copy'}]`).checked = true;
      showFields(work);
      $('form').scrollIntoView({ block: 'nearest' });
    },
  }))));
  if (works.length === 0) $('found').append(make('li', { textContent: 'Nothing found.' }));
}

// --- requests ---

const opened = new Set();

function showRequest(request) {
  const late = ['overdue', 'recalled'].includes(request.status);
  const details = make('details', {}, make('summary', { textContent: 'What happened' }), make('ol', { className: 'timeline' }));
  details.addEventListener('toggle', async () => {
    if (!details.open) { opened.delete(request.id); return; }
    opened.add(request.id);
    const whole = await get(`/api/requests/${request.id}`);
    details.lastChild.replaceChildren(...whole.timeline.map(entry => make('li', {}, make('span', { className: 'quiet', textContent: `${moment.format(new Date(entry.at))} ` }), entry.text)));
  });
  if (opened.has(request.id)) details.open = true;
  return make('article', { id: `/requests/${request.id}` },
    make('h3', { textContent: request.item.articleTitle ?? request.item.chapterTitle ?? request.item.title }),
    make('p', {}, make('span', { className: `status ${late ? 'late' : request.closedAt ? '' : 'open'}`, textContent: plain(request.status) }), ' ', request.statusText),
    request.estimate ? make('p', { className: 'quiet', textContent: `Usually here between ${day.format(new Date(request.estimate.earliest))} and ${day.format(new Date(request.estimate.latest))}.` }) : null,
    request.loan?.dueOn ? make('p', { className: 'quiet', textContent: request.loan.renewableWhy }) : null,
    make('div', { className: 'buttons' }, ...request.actions.flatMap(action => action === 'cost-decision'
      ? [button(words[action], () => decide(request, true)), button('Decline the charge', () => decide(request, false))]
      : [button(words[action] ?? action, () => act(request, action))])),
    details);
}

const button = (text, work) => make('button', { type: 'button', textContent: text, onclick: event => doing(event.target, work) });

const decide = (request, accept) => call('POST', `/api/requests/${request.id}/cost-decision`, { accept });

async function act(request, action) {
  if (action === 'declaration') {
    if (confirm(`${declarationText}\n\nI declare this.`)) await call('POST', `/api/requests/${request.id}/declaration`, { ...declared, signature: person.name });
    return;
  }
  if (action === 'office-delivery') {
    const office = prompt('Which office should it be brought to?');
    if (office) await call('POST', `/api/requests/${request.id}/office-delivery`, { office });
    return;
  }
  if (action === 'renew') {
    await call('POST', `/api/requests/${request.id}/renew`);
    say('The lending library has been asked. You will get a mail with its answer.');
    return;
  }
  if (action !== 'download') {
    await call('POST', `/api/requests/${request.id}/${action}`);
    return;
  }
  const file = await (await call('GET', request.download.url)).blob();
  const link = make('a', { href: URL.createObjectURL(file), download: `${request.id}.pdf` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function showStaffRequest(row) {
  return make('article', {},
    make('h3', { textContent: row.title }),
    make('p', {}, make('span', { className: 'status open', textContent: plain(row.status) }), ` ${row.supplier ?? ''} `,
      make('span', { className: 'quiet', textContent: row.deadline ? `waiting for ${plain(row.deadline.for)} until ${moment.format(new Date(row.deadline.at))}` : '' })),
    make('div', { className: 'buttons' }, ...(staffActions[row.status] ?? []).map(action => make('button', {
      type: 'button', textContent: words[action], onclick: event => doing(event.target, () => call('POST', `/api/staff/requests/${row.id}/${action}`)),
    }))));
}

/** Shows a list anew where it has changed: what is open stays open, and who is on a button stays there. */
const shown = {};
function list(id, items, show, none) {
  const now = JSON.stringify([person?.person, items]);
  if (shown[id] === now) return;
  shown[id] = now;
  $(id).replaceChildren(...(items.length ? items.map(show) : [make('p', { className: 'quiet', textContent: none })]));
}

// --- the bench ---

async function move(to) {
  await call('POST', '/bench/clock', to);

  // A token holds for half a day, and days may have passed.
  if (person) await signIn(person);
}

async function showClock() {
  const clock = await get('/bench/clock');
  $('now').textContent = moment.format(new Date(clock.now));
  $('now').dateTime = clock.now;
  const next = clock.nextEvent;
  $('next-due').textContent = next ? `· next event ${moment.format(new Date(next))}` : '· nothing is awaited';
  $('clock-how').hidden = clock.mode === 'manual';
  $('clock-how').textContent = `The clock goes by itself (${clock.mode}). Start the bench with --clock manual to move it.`;
  $('clock-buttons').hidden = clock.mode !== 'manual';
  if ($('clock-buttons').childElementCount) return;
  const button = (text, body) => make('button', { type: 'button', textContent: text, onclick: event => doing(event.target, async () => { const to = await body(); if (to) await move(to); }) });
  $('clock-buttons').append(
    button('Next event', async () => { const now = await get('/bench/clock'); const to = now.nextEvent; return to && { to }; }),
    button('+1 hour', async () => ({ advance: 'PT1H' })),
    button('+1 day', async () => ({ advance: 'P1D' })),
    button('+1 week', async () => ({ advance: 'P7D' })));
}

async function showMail() {
  const mails = person?.email ? await get(`/bench/mail?to=${encodeURIComponent(person.email)}`) : [];
  list('mails', mails.toReversed(), mail => {
    const letter = make('details', { open: opened.has(mail.id) },
      make('summary', {}, make('span', { className: 'quiet', textContent: `${moment.format(new Date(mail.sentAt))} ` }), mail.subject),
      make('pre', { textContent: mail.text }));
    letter.addEventListener('toggle', () => opened[letter.open ? 'add' : 'delete'](mail.id));
    return letter;
  }, 'No mail yet.');
}

async function refresh() {
  if (onBench) await showClock();
  if (!token) return;
  const me = await get('/api/me');
  $('quota').textContent = me.group ? `${me.quota.used} of ${me.quota.limit} requests in use` : 'Library staff';
  $('placing').hidden = $('mine').hidden = !me.group;
  $('catalogue').hidden = !onBench;
  $('staff').hidden = !me.staff;
  $('mail').hidden = !onBench;
  if (me.group) list('requests', (await get('/api/requests?state=all&limit=50')).items, showRequest, 'You have not requested anything yet.');
  if (me.staff) list('staff-requests', (await get('/api/staff/requests?limit=100')).items, showStaffRequest, 'Nothing is open.');
  if (onBench) await showMail();
}

for (const choice of document.querySelectorAll('input[name=service]')) choice.addEventListener('change', () => showFields(Object.fromEntries(new FormData($('form')))));
$('form').addEventListener('submit', event => { event.preventDefault(); doing(event.submitter, place); });
$('search').addEventListener('click', event => doing(event.target, search));
$('q').addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); doing($('search'), search); } });
showFields();
await showPeople();
await refresh().catch(failure => say(failure.message));

// The link in a mail names a request; it is there only now.
if (location.hash) {
  const wanted = $(decodeURIComponent(location.hash.slice(1)));
  wanted?.querySelector('details').setAttribute('open', '');
  wanted?.scrollIntoView();
}

const lookEvery = 5_000;
setInterval(() => document.hidden || refresh().catch(() => {}), lookEvery);

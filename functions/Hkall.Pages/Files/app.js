// What a page gains with a script; without one it does all the same.

// Some forms change a row or two: the answer takes the place of the page's content, and nothing is loaded anew. Where that fails, the form
// is sent as without a script; it carries its own id, so that it is done once.
async function sendInline(form, submitter) {
  const main = document.querySelector('main');
  try {
    const answer = await fetch(form.action, {
      method: 'POST', body: new URLSearchParams(new FormData(form, submitter)), headers: { accept: 'text/html' },
    });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector('main');
    const told = next.querySelector('.told');
    told?.removeAttribute('role');
    main.replaceWith(next);
    document.title = page.title;
    history.replaceState(null, '', answer.url);
    (next.querySelector('.error[role=alert]') ?? next).focus({ preventScroll: !told });
    sayBriefly(told?.textContent.trim() ?? '');
  } catch {
    form.submit();
  }
}

function sayBriefly(words) {
  const toast = document.getElementById('toast');
  toast.textContent = words;
  clearTimeout(sayBriefly.timer);
  sayBriefly.timer = setTimeout(() => { toast.textContent = ''; }, 8000);
}

// A form is sent once: who presses again while the answer is on its way is not asked for what they did twice.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  // A download leaves the page as it is, so its button must come back.
  if (form.dataset.stays === undefined) {
    form.dataset.sent = 'yes';
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-busy', 'true');
  }
  if (form.dataset.inline !== undefined) {
    event.preventDefault();
    sendInline(form, event.submitter);
  }
});

// A page that the browser had put aside comes back as it was left: its forms can be sent again.
addEventListener('pageshow', event => {
  if (!event.persisted) return;
  for (const form of document.forms) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
  }
});

// What is wrong with a form comes first.
document.querySelector('.error[tabindex]')?.focus();

// Printing is the browser's own; the button is only at hand.
for (const link of document.querySelectorAll('[data-unscripted]')) link.hidden = true;
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// Lists of the staff desk: many rows are ticked at once, and the bar says how many are.
const ticks = [...document.querySelectorAll('#batch td.tick input[type=checkbox]')];
if (ticks.length) {
  const all = document.querySelector('#batch [data-all]');
  const tally = document.querySelector('[data-tally]');
  let last;
  const count = () => {
    const some = ticks.filter(tick => tick.checked).length;
    if (tally) tally.textContent = some ? `${some} ${tally.dataset.tally}` : '';
    if (all) { all.checked = some === ticks.length; all.indeterminate = some > 0 && some < ticks.length; }
  };
  const tick = which => { for (const one of ticks) one.checked = which(one); count(); };
  if (all) { all.hidden = false; all.addEventListener('change', () => tick(() => all.checked)); }
  for (const link of document.querySelectorAll('[data-pick]')) {
    link.addEventListener('click', event => {
      event.preventDefault();
      const library = link.dataset.pick;
      tick(one => library === 'all' || (library !== '' && one.dataset.library === library));
    });
  }
  ticks.forEach((one, at) => one.addEventListener('click', event => {
    if (event.shiftKey && last !== undefined) for (const other of ticks.slice(Math.min(at, last), Math.max(at, last) + 1)) other.checked = one.checked;
    last = at;
    count();
  }));
  count();
}

// The counts of the staff desk follow what happens while its page stands open and somebody uses it. A page that nobody has used for ten
// minutes asks no more, so that it does not keep its session alive.
const live = [...new Set([...document.querySelectorAll('[data-live]')].map(list => list.dataset.live))];
if (live.length) {
  let used = Date.now();
  for (const kind of ['pointermove', 'keydown', 'focus']) addEventListener(kind, () => { used = Date.now(); }, { passive: true });
  const follow = async () => {
    if (document.hidden || Date.now() - used > 600_000) return;
    for (const address of live) {
      const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined);
      if (!answer?.ok || answer.redirected) return;
      const counts = await answer.json();
      for (const figure of document.querySelectorAll(`[data-live="${address}"] [data-count]`)) {
        const count = counts[figure.dataset.count];
        if (count === undefined || figure.textContent === `${count}`) continue;
        figure.textContent = count;
        figure.closest('li').classList.toggle('none', count === 0);
      }
    }
  };
  setInterval(follow, 30_000);
  document.addEventListener('visibilitychange', follow);
}

// Keys of the staff desk, where no field has the focus.
const find = document.querySelector('[data-find]');
if (find) {
  const keys = document.querySelector('[data-keys]');
  keys.hidden = false;
  keys.addEventListener('click', () => document.querySelector('dialog.keys').showModal());
  const rows = [...document.querySelectorAll('.dense tbody tr')];
  let here = -1;
  const go = to => {
    if (!rows.length) return;
    rows[here]?.classList.remove('here');
    here = Math.max(0, Math.min(rows.length - 1, to));
    rows[here].classList.add('here');
    rows[here].querySelector('th a')?.focus();
    rows[here].scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=checkbox]), textarea, select, dialog')) return;
    const to = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (event.key === '/') find.focus();
    else if (event.key === 'j') go(here + 1);
    else if (event.key === 'k') go(here - 1);
    else if (event.key === 'x') rows[here]?.querySelector('td.tick input[type=checkbox]')?.click();
    else if (event.key === '?') document.querySelector('dialog.keys')?.showModal();
    else if (to) to.click();
    else return;
    event.preventDefault();
  });
}

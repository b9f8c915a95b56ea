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
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

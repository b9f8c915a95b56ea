// What a page gains with a script; without one it does all the same.

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

// What the page is built with: words, fields, and making and showing things.

export const $ = id => document.getElementById(id);
export const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Hong_Kong', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
export const moment = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Hong_Kong', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

export const fieldsOf = {
  loan: [['title', 'Title'], ['author', 'Author'], ['isbn', 'ISBN'], ['publisher', 'Publisher'], ['year', 'Year'], ['edition', 'Edition'], ['volume', 'Volume']],
  copy: [['title', 'Journal or book title'], ['articleTitle', 'Article title'], ['chapterTitle', 'Chapter title'], ['articleAuthor', 'Author of the article or chapter'],
    ['issn', 'ISSN'], ['isbn', 'ISBN'], ['doi', 'DOI'], ['volume', 'Volume'], ['issue', 'Issue'], ['pages', 'Pages'], ['year', 'Year']],
};
export const staffActions = {
  'in-review': ['approve', 'reject'], 'awaiting-cost-decision': ['condition-accept', 'condition-decline'], 'out-for-delivery': ['check-out', 'check-in'],
  sourcing: ['next-supplier', 'cancel'], expected: ['receive', 'next-supplier', 'cancel'], 'in-transit': ['receive', 'lost'], cancelling: ['receive'],
  'ready-for-pickup': ['check-out', 'lost'], 'library-use': ['check-in'], 'on-loan': ['check-in', 'lost'], overdue: ['check-in', 'lost'],
  recalled: ['check-in', 'lost'], returning: ['send-back', 'damaged'],
};
export const words = {
  cancel: 'Cancel request', receive: 'Receive', 'check-out': 'Check out', 'check-in': 'Check in', 'send-back': 'Send back', lost: 'Declare lost',
  approve: 'Approve', reject: 'Reject', 'condition-accept': 'Accept the charge', 'condition-decline': 'Decline the charge',
  renew: 'Renew', 'cost-decision': 'Accept the charge', declaration: 'Sign the declaration', 'office-delivery': 'Have it brought to my office',
  damaged: 'Note damage', 'next-supplier': 'Ask next library', download: 'Download',
};

export const plain = name => name.replaceAll('-', ' ');

export function make(tag, props = {}, ...children) {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

/** Shows a list anew where it has changed: what is open stays open, and who is on a button stays there. */
const shown = {};
export function list(id, items, show, none) {
  const now = JSON.stringify(items);
  if (shown[id] === now) return;
  shown[id] = now;
  $(id).replaceChildren(...(items.length ? items.map(show) : [make('p', { className: 'quiet', textContent: none })]));
}

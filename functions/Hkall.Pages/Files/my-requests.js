// The patron's open requests on another page of the library's: see docs/portal.md.
(() => {
  const service = new URL(document.currentScript.src).origin;
  const words = {
    en: { title: 'My Requests', none: 'You have no open requests.', all: 'All requests', failed: 'Your requests cannot be shown at the moment.',
      renew: 'Renew', asked: 'We’ve asked for a renewal and will email you the answer.', refused: 'It could not be renewed.', cancel: 'Cancel request' },
    'zh-Hant': { title: '我的申請', none: '您目前沒有進行中的申請。', all: '查閱全部申請', failed: '暫時未能顯示您的申請。',
      renew: '續借', asked: '我們已申請續借，並會以電郵通知您結果。', refused: '未能續借。', cancel: '取消申請' },
    'zh-Hans': { title: '我的申请', none: '您目前没有进行中的申请。', all: '查看全部申请', failed: '暂时无法显示您的申请。',
      renew: '续借', asked: '我们已申请续借，并会以电邮通知您结果。', refused: '未能续借。', cancel: '取消申请' },
  };

  class MyRequests extends HTMLElement {
    connectedCallback() {
      if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
      this.refresh();
    }

    // Chinese without a script is read in Hong Kong in traditional characters, as on the service's own pages.
    get language() {
      const tag = (this.closest('[lang]')?.lang ?? 'en').toLowerCase();
      return !tag.startsWith('zh') ? 'en' : /^zh-(hans|cn|sg|my)/.test(tag) ? 'zh-Hans' : 'zh-Hant';
    }

    // The portal's access token for this service: the property `token` (a string or a function), or what `token-url` answers.
    async accessToken() {
      if (this.token) return typeof this.token === 'function' ? this.token() : this.token;
      const answer = await fetch(this.getAttribute('token-url'), { credentials: 'same-origin' });
      return (await answer.json()).token;
    }

    async refresh() {
      const make = (name, properties, ...children) => {
        const element = Object.assign(document.createElement(name), properties);
        element.append(...children);
        return element;
      };
      const language = this.language;
      const say = words[language];
      const list = make('section', {}, make('h2', { textContent: say.title, part: 'title' }));
      try {
        const answer = await fetch(`${service}/api/requests?state=open&limit=20`, {
          headers: { authorization: `Bearer ${await this.accessToken()}`, 'accept-language': language },
        });
        if (!answer.ok) throw new Error(`answered ${answer.status}`);
        const { items } = await answer.json();
        list.append(items.length === 0
          ? make('p', { textContent: say.none })
          : make('ul', { part: 'list' }, ...items.map(({ id, item, statusText, actions }) => {
            const title = item.articleTitle ?? item.chapterTitle ?? item.title;
            const row = make('li', {},
              make('a', { href: `${service}/requests/${id}`, textContent: title }),
              make('div', { textContent: statusText, part: 'status' }));
            if (actions.includes('renew')) {
              const button = make('button', { type: 'button', textContent: say.renew, part: 'action', ariaLabel: `${say.renew}: ${title}` });
              button.addEventListener('click', () => this.renew(id, row, button, say));
              row.append(button);
            }
            // Cancelling asks once more, on the request's own page.
            if (actions.includes('cancel')) {
              row.append(make('a', { href: `${service}/requests/${id}#cancel`, textContent: say.cancel, part: 'action', ariaLabel: `${say.cancel}: ${title}` }));
            }
            return row;
          })));
      } catch {
        list.append(make('p', { textContent: say.failed, role: 'alert' }));
      }
      list.append(make('p', {}, make('a', { href: `${service}/requests`, textContent: say.all })));
      this.shadowRoot.replaceChildren(list);
    }

    // The order's id makes a press that is sent twice one order.
    async renew(id, row, button, say) {
      button.disabled = true;
      let words;
      try {
        const answer = await fetch(`${service}/api/requests/${id}/renew`, {
          method: 'POST',
          headers: { authorization: `Bearer ${await this.accessToken()}`, 'accept-language': this.language, 'idempotency-key': crypto.randomUUID() },
        });
        words = answer.ok ? say.asked : say.refused;
      } catch {
        words = say.failed;
      }
      button.remove();
      row.append(Object.assign(document.createElement('div'), { textContent: words, part: 'status', role: 'status' }));
    }
  }

  customElements.define('hkall-my-requests', MyRequests);
})();

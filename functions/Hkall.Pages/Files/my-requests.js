// The patron's open requests on another page of the library's: see docs/portal.md.
(() => {
  const service = new URL(document.currentScript.src).origin;
  const words = {
    en: { title: 'My Requests', none: 'You have no open request.', all: 'All requests', failed: 'Your requests cannot be shown at this moment.' },
    zh: { title: '我的申請', none: '您目前沒有進行中的申請。', all: '查閱全部申請', failed: '暫時未能顯示您的申請。' },
  };

  class MyRequests extends HTMLElement {
    connectedCallback() {
      if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
      this.refresh();
    }

    get say() {
      return words[(this.closest('[lang]')?.lang ?? 'en').toLowerCase().startsWith('zh') ? 'zh' : 'en'];
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
      const say = this.say;
      const list = make('section', {}, make('h2', { textContent: say.title, part: 'title' }));
      try {
        const answer = await fetch(`${service}/api/requests?state=open&limit=20`, {
          headers: { authorization: `Bearer ${await this.accessToken()}`, 'accept-language': say === words.zh ? 'zh-Hant' : 'en' },
        });
        if (!answer.ok) throw new Error(`answered ${answer.status}`);
        const { items } = await answer.json();
        list.append(items.length === 0
          ? make('p', { textContent: say.none })
          : make('ul', { part: 'list' }, ...items.map(({ id, item, statusText }) => make('li', {},
            make('a', { href: `${service}/requests/${id}`, textContent: item.articleTitle ?? item.chapterTitle ?? item.title }),
            make('div', { textContent: statusText, part: 'status' })))));
      } catch {
        list.append(make('p', { textContent: say.failed, role: 'alert' }));
      }
      list.append(make('p', {}, make('a', { href: `${service}/requests`, textContent: say.all })));
      this.shadowRoot.replaceChildren(list);
    }
  }

  customElements.define('hkall-my-requests', MyRequests);
})();

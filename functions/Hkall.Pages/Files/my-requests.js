// The patron's open requests on another page of the library's: see docs/portal.md.
(() => {
  const service = new URL(document.currentScript.src).origin;
  const words = {
    en: { title: 'My Requests', none: 'You have no open requests.', all: 'All requests', failed: 'Your requests cannot be shown at the moment.' },
    'zh-Hant': { title: '我的申請', none: '您目前沒有進行中的申請。', all: '查閱全部申請', failed: '暫時未能顯示您的申請。' },
    'zh-Hans': { title: '我的申请', none: '您目前没有进行中的申请。', all: '查看全部申请', failed: '暂时无法显示您的申请。' },
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

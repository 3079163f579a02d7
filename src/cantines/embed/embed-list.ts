import { SiteElement } from '#components/site-element.ts';
import { troubleOf } from '#components/trouble.ts';
import { choose, type Codes } from './choose.ts';
import type { EmbedFacts } from './facts.ts';
import { readQuery } from './query.ts';
import { HEIGHT_MESSAGE } from './snippet.ts';

const codes = (text = '') => text.split(' ').filter(Boolean);

const UNASKED = {
  unreached: 'Les questions n’ont pas pu être posées\u00a0: vérifiez votre connexion, puis rechargez la page.',
  ours: 'Les questions n’ont pas pu être posées, et votre connexion n’y est pour rien\u00a0: essayez un navigateur plus récent.',
} as const;

/** The behaviour of `<embed-list>`, over a complete list: hides what the address does not ask for, tells its height. */
class EmbedList extends SiteElement {
  connectedCallback(): void {
    const facts = JSON.parse(this.one(':scope > script').textContent) as EmbedFacts;
    const query = readQuery(new URLSearchParams(location.search), facts);
    const { questions, notes } = query;
    const list = this.one('ul');
    const items = [...this.querySelectorAll<HTMLElement>('li[data-region]')];
    const places = items.map(({ dataset }): Codes => ({
      region: codes(dataset['region']),
      departement: codes(dataset['departement']),
      commune: codes(dataset['commune']),
    }));
    const show = (answering?: ReadonlySet<number>) => {
      const { shown, found, answered } = choose(places, query, facts, answering);
      for (const item of items) item.hidden = true;
      for (const item of shown.flatMap((rank) => items[rank] ?? [])) {
        item.hidden = false;
        list.append(item);
      }
      this.one('.absence').hidden = found;
      this.one('.no-answer').hidden = answered;
      this.#tell(notes);
    };
    this.one('header').classList.toggle('visually-hidden', !query.title);
    show();
    if (questions.length > 0) {
      // The rules of opening hours are only for those who ask.
      import('./answering.ts')
        .then(({ answering }) => {
          show(answering(facts.cantines, questions, Date.now()));
        })
        .catch((error: unknown) => {
          this.#tell([...notes, UNASKED[troubleOf(error)]]);
        });
    }
    if (window.parent !== window) new ResizeObserver(tellHeight).observe(document.body);
  }

  #tell(notes: readonly string[]): void {
    const items = notes.map((note) => Object.assign(document.createElement('li'), { textContent: note }));
    this.one('.notes').replaceChildren(...items);
  }
}

function tellHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // Whoever frames this public page may know how tall it is.
  window.parent.postMessage({ type: HEIGHT_MESSAGE, height }, '*');
}

customElements.define('embed-list', EmbedList);

import { choose, readQuery, type Codes } from './query.ts';
import { HEIGHT_MESSAGE } from './snippet.ts';

const codes = (text = '') => text.split(' ').filter(Boolean);

/** The behaviour of `<embed-list>`, over a complete list: hides what the address does not ask for, tells its height. */
export class EmbedList extends HTMLElement {
  connectedCallback(): void {
    const query = readQuery(new URLSearchParams(location.search));
    const items = [...this.querySelectorAll<HTMLElement>('li[data-region]')];
    const places = items.map(({ dataset }): Codes => ({
      region: codes(dataset['region']),
      departement: codes(dataset['departement']),
      commune: codes(dataset['commune']),
    }));
    const { shown, found } = choose(places, query);
    items.forEach((item, rank) => {
      item.hidden = !shown.has(rank);
    });
    this.querySelector('header')?.classList.toggle('visually-hidden', !query.title);
    this.#tellAbsence(found, query.territory?.level === 'commune' ? query.territory.code : undefined);
    const notes = query.notes.map((note) => Object.assign(document.createElement('li'), { textContent: note }));
    this.querySelector('.notes')?.replaceChildren(...notes);
    if (window.parent !== window) new ResizeObserver(tellHeight).observe(document.body);
  }

  #tellAbsence(found: boolean, commune: string | undefined): void {
    const absence = this.querySelector<HTMLElement>('.absence');
    if (absence) absence.hidden = found;
    const link = absence?.querySelector('a');
    if (link && commune !== undefined) link.search = `?lieu=${commune}`;
  }
}

function tellHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // Whoever frames this public page may know how tall it is.
  window.parent.postMessage({ type: HEIGHT_MESSAGE, height }, '*');
}

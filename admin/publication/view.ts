import { button, element } from '../elements.ts';
import type { Notice } from './words.ts';

/**
 * Puts a notice in the bar under the CMS, or empties it. The live region is the same element throughout, written only
 * when its words change: a screen reader says each once.
 */
export function showNotice(bar: HTMLElement, notice: Notice | undefined, close: () => void): void {
  const told = JSON.stringify(notice ?? null);
  if (bar.dataset['told'] === told) return;
  bar.dataset['told'] = told;
  bar.dataset['tone'] = notice?.tone ?? '';
  const region = bar.querySelector('[role="status"]');
  const tools = bar.querySelector('.cms-bar-tools');
  if (!notice) {
    region?.replaceChildren();
    tools?.replaceChildren();
    document.body.style.removeProperty('--cms-bar');
    return;
  }
  const line = element('p', '', element('strong', '', notice.title), ' · ', notice.text);
  const items = notice.list.map(({ text, entry }) =>
    element('li', '', text, ...(entry === undefined ? [] : [' ', link('Ouvrir la fiche', entry)])),
  );
  region?.replaceChildren(line, ...(items.length > 0 ? [element('ul', '', ...items)] : []));
  tools?.replaceChildren(...(notice.page === undefined ? [] : [journal(notice.page)]), button('Fermer', close));
  // The form ends above the bar.
  document.documentElement.style.setProperty('--cms-bar', `${bar.offsetHeight}px`);
}

function link(text: string, href: string): HTMLAnchorElement {
  const made = element('a', '', text);
  made.href = href;
  return made;
}

function journal(page: string): HTMLAnchorElement {
  const made = link('Voir le journal', page);
  made.target = '_blank';
  made.rel = 'noopener';
  return made;
}

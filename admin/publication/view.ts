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
  const line = element('p', '', element('strong', notice.title), ' · ', notice.text);
  const items = notice.list.map(({ text, entry }) =>
    element('li', text, ...(entry === undefined ? [] : [' ', link('Ouvrir la fiche', entry)])),
  );
  region?.replaceChildren(line, ...(items.length > 0 ? [element('ul', '', ...items)] : []));
  const button = element('button', 'Fermer');
  button.type = 'button';
  button.addEventListener('click', close);
  tools?.replaceChildren(...(notice.page === undefined ? [] : [journal(notice.page)]), button);
  // The form ends above the bar.
  document.body.style.setProperty('--cms-bar', `${bar.offsetHeight}px`);
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.append(...(text === '' ? [] : [text]), ...children);
  return made;
}

function link(text: string, href: string): HTMLAnchorElement {
  const made = element('a', text);
  made.href = href;
  return made;
}

function journal(page: string): HTMLAnchorElement {
  const made = link('Voir le journal', page);
  made.target = '_blank';
  made.rel = 'noopener';
  return made;
}

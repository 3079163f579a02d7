import type { IndexedEntry } from '#content/check/entry-index.ts';
import { fold } from '#domain/fold.ts';
import { element, field } from '../elements.ts';

/** A list of entries to choose from, by typing a part of a title. */
export interface EntryChooser {
  element: HTMLElement;
  /** The slugs that are chosen. */
  chosen: () => string[];
}

/**
 * One entry, or several. With one, the first that fits what is typed is chosen: a title typed and Enter pressed is
 * enough.
 */
export function entryChooser(
  entries: Readonly<Record<string, IndexedEntry>>,
  { many }: { many: boolean },
): EntryChooser {
  const rows = Object.entries(entries)
    .toSorted(([, one], [, other]) => one.title.localeCompare(other.title, 'fr'))
    .map(([slug, { title, shown }]) => rowOf(slug, title, shown === 'draft', many));
  const search = element('input', '');
  search.type = 'search';
  search.autocomplete = 'off';
  const count = element('p', 'cms-hint');
  count.setAttribute('role', 'status');
  const narrow = () => {
    const words = fold(search.value).split(/\s+/);
    const shown = rows.filter(({ label, folded }) => !(label.hidden = !words.every((word) => folded.includes(word))));
    count.textContent = shown.length === 0 ? 'Aucune fiche de ce nom.' : '';
    if (many) return;
    const chosen = shown.find(({ input }) => input.checked) ?? shown[0];
    for (const { input } of rows) input.checked = input === chosen?.input;
  };
  search.addEventListener('input', narrow);
  narrow();
  const list = element('div', 'cms-choices', ...rows.map(({ label }) => label));
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', many ? 'Fiches' : 'Fiche');
  return {
    element: element('div', '', field(many ? 'Quelles fiches ?' : 'Quelle fiche ?', search), count, list),
    chosen: () => rows.filter(({ input, label }) => input.checked && (many || !label.hidden)).map(({ slug }) => slug),
  };
}

function rowOf(slug: string, title: string, isDraft: boolean, many: boolean) {
  const input = element('input', '');
  input.type = many ? 'checkbox' : 'radio';
  input.name = 'entry';
  input.value = slug;
  const label = element('label', '', input, element('span', '', isDraft ? `${title} (brouillon)` : title));
  return { slug, input, label, folded: fold(title) };
}

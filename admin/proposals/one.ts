import { button, element, paragraph } from '../elements.ts';
import { typeset } from '#domain/typography.ts';
import { makesEntry, takenIn, type Row } from './compare.ts';
import type { Examined } from './examine.ts';
import { heldRows, rowView, type RowView } from './rows.ts';
import { sayAccept, sayWho } from './words.ts';

/** What an editor may do of a proposal. */
export interface Gestures {
  accept: (paths: readonly string[], taken: number) => void;
  refuse: () => void;
  /** Nothing is left to be decided: what waited is done. */
  end: () => void;
  later: () => void;
}

/** A screen of the window: what it shows, and where the focus goes. */
export interface Screen {
  content: HTMLElement[];
  first: HTMLElement;
}

/** One proposal, field by field: what the entry says today, what is proposed, a tick for each. */
export function oneView(examined: Examined, gestures: Gestures): Screen {
  const { waiting, comparison, stands, notes, stored } = examined;
  const { proposal } = waiting;
  const head = [whoView(examined), ...notes.map(paragraph), ...sourceView(proposal.source)];
  const later = button('Plus tard', gestures.later);
  const refuse = button('Refuser', gestures.refuse);
  if (!comparison || stands !== undefined) {
    return screen([...head, element('p', 'cms-proposal-stands', stands ?? '')], [refuse, later], refuse);
  }
  const { rows, others, unknown, brings } = comparison;
  const asides = [...othersView(others), ...unknownView(unknown)];
  if (waiting.byHand === true) {
    const done = button('C’est traité', gestures.end);
    return screen([...head, ...asides], [done, later], done);
  }
  if (makesEntry(proposal)) {
    const doubtful = rows.filter(({ warning }) => warning !== undefined).map(rowView);
    const isTaken = (row: Row) => row.warning === undefined || ticksIn(doubtful).has(row.path);
    const make = button('Publier la session', () => gestures.accept(takenIn(rows, isTaken), 1));
    const sure = rows.filter(({ warning }) => warning === undefined);
    return screen(
      [...head, wholeView(sure), ...doubtful.map(({ view }) => view), ...asides],
      [make, refuse, later],
      make,
    );
  }
  const views = rows.filter(({ state }) => state !== 'already there').map(rowView);
  const ticked = () => ticksIn(views);
  const accept = button('', () =>
    gestures.accept(
      takenIn(rows, ({ path }) => ticked().has(path)),
      ticked().size,
    ),
  );
  const tell = () => {
    const taken = ticked().size;
    accept.textContent = taken === 0 && brings ? 'Noter la confirmation' : sayAccept(rows, taken);
    accept.disabled = taken === 0 && !brings;
  };
  for (const { input } of views) input?.addEventListener('change', tell);
  tell();
  const content = [...head, ...rowsView(views), ...thereView(rows), ...asides];
  if (views.every(({ input }) => !input) && !brings) {
    // Whatever is left is for the editor to read.
    const done = button(others.length > 0 ? 'C’est traité' : 'Ranger', gestures.end);
    return screen(content, [done, later], done);
  }
  const link = content.map((each) => each.querySelector<HTMLElement>('.cms-proposal-source a')).find(Boolean);
  const firstBox = views.find(({ input }) => input)?.input;
  const first = link ?? (accept.disabled ? (firstBox ?? refuse) : accept);
  return screen(content, [accept, refuse, ...(stored ? [later] : [])], first);
}

const ticksIn = (views: readonly RowView[]): ReadonlySet<string> =>
  new Set(views.flatMap(({ row, input }) => (input?.checked ? [row.path] : [])));

function screen(content: HTMLElement[], tools: HTMLElement[], first: HTMLElement): Screen {
  const wrong = element('p', 'cms-wrong');
  wrong.setAttribute('role', 'alert');
  return { content: [...content, wrong, element('p', 'cms-tools', ...tools)], first };
}

function whoView({ waiting: { proposal }, stored }: Examined): HTMLElement {
  const who = element('p', 'cms-hint', `${sayWho(proposal)}. `);
  if (!stored) return who;
  const link = element('a', '', 'Ouvrir la fiche');
  link.href = `#/collections/${stored.collection}/entries/${stored.slug}`;
  link.target = '_blank';
  who.append(link);
  return who;
}

/** The page that says so, to be read before anything is accepted. */
function sourceView(source: string | undefined): HTMLElement[] {
  if (source === undefined) return [];
  const link = element('a', '', source);
  link.href = source;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return [element('p', 'cms-proposal-source', typeset('À lire d’abord : '), link)];
}

const part = (title: string, ...content: HTMLElement[]): HTMLElement =>
  element('section', 'cms-proposal-part', element('h3', '', typeset(title)), ...content);

function rowsView(views: readonly RowView[]): HTMLElement[] {
  const changes = views.filter(({ row }) => row.is !== 'right' || !row.canTake);
  const held = views.filter(({ row }) => row.is === 'right' && row.canTake);
  return [
    ...(changes.length > 0 ? [part('Ce qui change', ...changes.map(({ view }) => view))] : []),
    ...(held.length > 0 ? [part('Toujours juste', heldRows(held))] : []),
  ];
}

function thereView(rows: readonly Row[]): HTMLElement[] {
  const there = rows.filter(({ state }) => state === 'already there').map(({ label }) => element('li', '', label));
  return there.length === 0 ? [] : [part('Déjà dans la fiche', element('ul', '', ...there))];
}

function othersView(others: readonly { label: string; says: string }[]): HTMLElement[] {
  if (others.length === 0) return [];
  const told = others.map(({ label, says }) =>
    element('div', '', element('p', 'cms-version-name', label), element('blockquote', '', says)),
  );
  return [part('À lire', ...told, paragraph('Aucun champ ne dit cela : si c’est utile, écrivez-le dans la fiche.'))];
}

function unknownView(unknown: readonly string[]): HTMLElement[] {
  return unknown.length === 0 ? [] : [element('p', 'cms-hint', typeset(`Sans réponse : ${unknown.join(', ')}.`))];
}

/** An entry that is proposed whole. */
const wholeView = (rows: readonly Row[]): HTMLElement =>
  element(
    'dl',
    'cms-proposal-whole',
    ...rows.map(({ label, proposed }) =>
      element('div', '', element('dt', '', label), element('dd', '', proposed.join('\n'))),
    ),
  );

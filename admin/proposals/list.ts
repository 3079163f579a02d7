import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { button, element, field, paragraph } from '../elements.ts';
import { makesEntry } from './compare.ts';
import { isPlain, type Examined } from './examine.ts';
import type { Screen } from './one.ts';
import { sayGist, sayWho } from './words.ts';

export interface ListGestures {
  read: (key: string) => void;
  acceptAll: (plain: readonly Examined[]) => void;
  addText: (text: string) => void;
  addFiles: (files: readonly File[]) => void;
  close: () => void;
}

/** What was said of each thing that was just added, with what may be done of it. */
export interface Report {
  name: string;
  told: string;
  again?: (() => void) | undefined;
}

/** The proposals that wait, and the ways to add some. */
export function listView(waiting: readonly Examined[], reports: readonly Report[], gestures: ListGestures): Screen {
  const items = waiting.map((each) => itemView(each, gestures));
  const plain = plainOnes(waiting);
  const all = button(typeset(`Tout accepter (${count(plain.length, 'fiche')})`), () => gestures.acceptAll(plain));
  const close = button('Fermer', gestures.close);
  const add = addView(gestures);
  const wrong = element('p', 'cms-wrong');
  wrong.setAttribute('role', 'alert');
  const content = [
    ...reportView(reports),
    waiting.length === 0
      ? paragraph('Aucune proposition n’attend. Celles des cantines arrivent par e-mail : leur lien les ouvre ici.')
      : element('ol', 'cms-proposals', ...items.map(({ view }) => view)),
    add.view,
    wrong,
    element('p', 'cms-tools', ...(plain.length > 1 ? [all] : []), close),
  ];
  return { content, first: items[0]?.read ?? add.text };
}

/** Those that may be accepted together: of different entries, with nothing to read first. */
function plainOnes(waiting: readonly Examined[]): Examined[] {
  const plain = waiting.filter(isPlain);
  const placeOf = ({ stored }: Examined) => `${stored?.collection}/${stored?.slug}`;
  return plain.filter((each) => waiting.filter((other) => placeOf(other) === placeOf(each)).length === 1);
}

function itemView({ waiting, title, comparison, stands, notes }: Examined, { read }: ListGestures) {
  const open = button(title, () => read(waiting.key));
  const gist = stands ?? (comparison ? sayGist(comparison, makesEntry(waiting.proposal)) : '');
  const view = element(
    'li',
    '',
    open,
    element('span', 'cms-hint', sayWho(waiting.proposal)),
    element('span', 'cms-hint', [gist, ...notes].join(' · ')),
  );
  return { view, read: open };
}

function reportView(reports: readonly Report[]): HTMLElement[] {
  if (reports.length === 0) return [];
  const lines = reports.map(({ name, told, again }) =>
    element(
      'li',
      '',
      element('strong', '', typeset(`${name} :`)),
      ` ${told} `,
      ...(again ? [button('La relire quand même', again)] : []),
    ),
  );
  const told = element('div', '', element('ul', 'cms-proposal-reports', ...lines));
  told.setAttribute('role', 'status');
  return [told];
}

function addView({ addText, addFiles }: ListGestures): { view: HTMLElement; text: HTMLElement } {
  const text = element('textarea', '');
  text.rows = 3;
  const files = element('input', '');
  Object.assign(files, { type: 'file', multiple: true, accept: '.eml,.json,.txt,message/rfc822,application/json' });
  files.addEventListener('change', () => addFiles([...(files.files ?? [])]));
  const view = element(
    'section',
    'cms-proposal-part cms-proposal-add',
    element('h3', '', 'Ajouter'),
    field('Coller un lien, ou tout un message', text),
    button('Ajouter ce texte', () => addText(text.value)),
    field('Ou ouvrir des fichiers : messages (.eml), propositions (.json). On peut aussi les déposer ici', files),
  );
  return { view, text };
}

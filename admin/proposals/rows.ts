import { typeset } from '#domain/typography.ts';
import { element } from '../elements.ts';
import type { Row } from './compare.ts';

/** A row with its tick; without one when it cannot be taken. */
export interface RowView {
  row: Row;
  input: HTMLInputElement | undefined;
  view: HTMLElement;
}

/** A thing that is proposed under its tick, beside what the entry says. */
export function rowView(row: Row, index: number): RowView {
  const input = row.canTake ? tickOf(row, `cms-row-${index}`) : undefined;
  const name = element('span', '', row.label);
  const title = input ? element('label', 'cms-proposal-tick', input, name) : element('p', 'cms-proposal-tick', name);
  if (row.is === 'right' && row.canTake) {
    const words = element('span', 'cms-hint', typeset(row.today.join('\u00a0; ')));
    name.append(words);
    return { row, input, view: element('li', '', title) };
  }
  const view = element('div', 'cms-proposal-row', title, sideBySide(row));
  if (row.warning !== undefined) view.append(warningOf(row.warning, input));
  return { row, input, view };
}

export const heldRows = (views: readonly RowView[]): HTMLElement =>
  element('ul', 'cms-proposal-held', ...views.map(({ view }) => view));

function tickOf({ path, isTaken }: Row, id: string): HTMLInputElement {
  const input = element('input', '');
  Object.assign(input, { type: 'checkbox', id, value: path, checked: isTaken });
  return input;
}

function warningOf(sentence: string, input: HTMLInputElement | undefined): HTMLElement {
  const warning = element('p', 'cms-proposal-warning', typeset(sentence));
  if (input) {
    warning.id = `${input.id}-note`;
    input.setAttribute('aria-describedby', warning.id);
  }
  return warning;
}

/** What the entry says today, and what is proposed: one more line of a list beside those that are there. */
export function sideBySide({ is, today, proposed }: Row): HTMLElement {
  const names = { right: 'Confirmé alors', changed: 'Proposé', added: 'En plus' };
  const after = is === 'right' ? [] : [side(names[is], proposed)];
  return element('div', 'cms-version-pair', side('Aujourd’hui', today), ...after);
}

const side = (name: string, lines: readonly string[]): HTMLElement =>
  element(
    'div',
    '',
    element('p', 'cms-version-name', name),
    lines.length === 0
      ? element('p', 'cms-version-empty', '(rien)')
      : element('p', 'cms-version-text', typeset(lines.join('\n'))),
  );

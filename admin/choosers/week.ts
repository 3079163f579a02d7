import { createElement, useId, useState, type FocusEvent, type ReactElement } from 'react';
import type { Weekday } from '#domain/days.ts';
import { typeset } from '#domain/typography.ts';
import { WEEKDAYS } from '#domain/weekdays.ts';
import { SERVICES, SLOT_KINDS } from '#schemas/cantines.ts';
import { TimeField } from './time-field.ts';
import { isPlaced, KINDS, ROWS, rowOf, wrongIn, type DraftSlot, type Kind, type Row } from './week-slots.ts';

/** What the grid does to the list of slots, by their indexes in it. */
export interface WeekEdits {
  change: (index: number, part: string, value: string) => void;
  remove: (index: number) => void;
  /** @returns the index of the new one */
  add: (row: Row, kind: Kind) => number;
  copy: (day: Weekday) => void;
}

interface WeekProps {
  slots: readonly DraftSlot[];
  /** A name for each slot that it keeps wherever it goes. */
  keys: readonly string[];
  edits: WeekEdits;
}

const nameOf = (row: Row): string => (row === '' ? 'Jours inconnus' : WEEKDAYS[row]);

const words = (row: Row, kind: Kind): string => `${nameOf(row)}, ${SLOT_KINDS[kind].toLowerCase()}`;

const textIn = (slot: DraftSlot, part: string): string => {
  const value = slot[part];
  return typeof value === 'string' ? value : '';
};

/** The week of a cantine: a row for each day and one for unknown days, a column for cooking and one for eating. */
export function Week({ slots, keys, edits }: WeekProps): ReactElement {
  const id = useId();
  // The slot that is being written: what is wrong in it is told when it is left.
  const [quiet, setQuiet] = useState('');
  const focus = (place: string) => requestAnimationFrame(() => document.getElementById(`${id}-${place}`)?.focus());
  const row = (slot: DraftSlot, index: number, day: Row, kind: Kind) =>
    createElement(SlotRow, {
      key: keys[index],
      id: `${id}-${index}`,
      slot,
      named: words(day, kind),
      isQuiet: quiet === keys[index],
      change: (part, value) => {
        setQuiet(keys[index] ?? '');
        edits.change(index, part, value);
      },
      left: () => setQuiet(''),
      remove: () => {
        edits.remove(index);
        focus(`${day}-${kind}`);
      },
    });
  const cell = (day: Row, kind: Kind) =>
    createElement(
      'div',
      { key: kind, className: 'cms-week-cell', role: 'group', 'aria-label': words(day, kind) },
      createElement('span', { className: 'cms-week-kind', 'aria-hidden': true }, SLOT_KINDS[kind]),
      slots.map((slot, index) => (rowOf(slot) === day && slot['kind'] === kind ? row(slot, index, day, kind) : null)),
      createElement(
        'button',
        {
          type: 'button',
          id: `${id}-${day}-${kind}`,
          'aria-label': `Ajouter un créneau\u00a0: ${words(day, kind)}`,
          onClick: () => focus(`${edits.add(day, kind)}-opens`),
        },
        '+',
      ),
    );
  const rows = ROWS.map((day) =>
    createElement(
      'div',
      { key: day, className: 'cms-week-day', role: 'group', 'aria-label': nameOf(day) },
      createElement(
        'div',
        { className: 'cms-week-name' },
        createElement('strong', null, nameOf(day)),
        day !== '' &&
          slots.some((slot) => isPlaced(slot) && slot['day'] === day) &&
          createElement(
            'button',
            {
              type: 'button',
              'aria-label': `Copier sur…, ${WEEKDAYS[day].toLowerCase()}`,
              onClick: () => edits.copy(day),
            },
            'Copier sur…',
          ),
      ),
      KINDS.map((kind) => cell(day, kind)),
    ),
  );
  const heads = KINDS.map((kind) => createElement('span', { key: kind }, SLOT_KINDS[kind]));
  return createElement(
    'div',
    { className: 'cms-chooser cms-week' },
    createElement('p', { className: 'cms-hint' }, typeset('Une heure s’écrit « 9h30 », « 9:30 » ou « 12 h ».')),
    createElement('div', { className: 'cms-week-heads', 'aria-hidden': true }, createElement('span'), heads),
    rows,
  );
}

interface SlotRowProps {
  id: string;
  slot: DraftSlot;
  /** Its cell, in the names of its controls. */
  named: string;
  isQuiet: boolean;
  change: (part: string, value: string) => void;
  left: () => void;
  remove: () => void;
}

function SlotRow({ id, slot, named, isQuiet, change, left, remove }: SlotRowProps): ReactElement {
  const wrong = isQuiet ? {} : wrongIn(slot);
  const told = [...new Set(Object.values(wrong))];
  const time = (part: 'opens' | 'closes', label: string) =>
    createElement(TimeField, {
      id: `${id}-${part}`,
      label: `${named}\u00a0: ${label}`,
      value: textIn(slot, part),
      write: (value) => change(part, value),
      describedBy: wrong[part] === undefined ? undefined : `${id}-wrong`,
    });
  const [opens, service] = [textIn(slot, 'opens'), textIn(slot, 'service')];
  const services =
    (opens === '' || service !== '') &&
    createElement(
      'select',
      {
        'aria-label': `${named}\u00a0: service`,
        'aria-invalid': wrong['service'] === undefined ? undefined : true,
        value: service,
        onChange: ({ target }: { target: HTMLSelectElement }) => change('service', target.value),
      },
      createElement('option', { value: '' }, 'Service…'),
      Object.entries(SERVICES).map(([value, label]) => createElement('option', { key: value, value }, label)),
    );
  return createElement(
    'div',
    {
      className: 'cms-week-slot',
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) left();
      },
    },
    time('opens', 'début'),
    createElement('span', { 'aria-hidden': true }, '–'),
    time('closes', 'fin'),
    services,
    createElement(
      'button',
      { type: 'button', 'aria-label': `${named}\u00a0: retirer ce créneau`, onClick: remove },
      '×',
    ),
    told.length > 0 && createElement('p', { className: 'cms-wrong', id: `${id}-wrong` }, typeset(told.join(' '))),
  );
}

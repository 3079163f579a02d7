import { createElement, useState, type ChangeEvent, type ReactElement } from 'react';
import { readTime } from './week-slots.ts';

interface TimeFieldProps {
  id: string;
  label: string;
  /** `09:30`, or what was written that is no time. */
  value: string;
  write: (value: string) => void;
  /** The element that says what is wrong. */
  describedBy: string | undefined;
}

/** A time of the day, written as one likes: it becomes `09:30` when the field is left. */
export function TimeField({ id, label, value, write, describedBy }: TimeFieldProps): ReactElement {
  const [text, setText] = useState(value);
  return createElement('input', {
    id,
    type: 'text',
    inputMode: 'text',
    autoComplete: 'off',
    maxLength: 20,
    'aria-label': label,
    'aria-invalid': describedBy === undefined ? undefined : true,
    'aria-describedby': describedBy,
    // A value that came from elsewhere (a copied day, a text taken back) replaces what was typed.
    value: [text.trim(), readTime(text)].includes(value) ? text : value,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
      setText(target.value);
      // « 1 » is on its way to « 12 h ».
      write(target.value.trim().length > 2 ? readTime(target.value) : target.value.trim());
    },
    onBlur: () => {
      const time = readTime(text);
      if ([text.trim(), time].includes(value) && time !== value) write(time);
      setText([text.trim(), time].includes(value) ? time : value);
    },
  });
}

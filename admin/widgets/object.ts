import type { ComponentType } from 'react';
import { isMap, type Immutable } from './immutable.ts';

/** The part of Decap's control of a group that names it when it is folded. */
interface ObjectControl {
  props: { field: Immutable; value: unknown };
  objectLabel: () => string;
}

/** How many names fit in the bar of a folded group. */
const MOST_NAMED = 4;

/** Decap's group, which says when it is folded what is filled in it, where Decap says its name a second time. */
export function frenchObject(control: unknown): ComponentType {
  const Base = control as new (props: unknown) => ObjectControl;
  class FrenchObject extends Base {
    // Of the instance, as Decap's own is.
    override objectLabel = (): string => {
      const { field, value } = this.props;
      return filledIn(field, value);
    };
  }
  return FrenchObject as unknown as ComponentType;
}

/** « 2 réponses sur 5 : E-mail, Téléphone », or « Rien encore ». */
export function filledIn(field: Immutable, value: unknown): string {
  const fields = field.get('fields');
  if (!isMap(fields)) return '';
  const names: string[] = [];
  let all = 0;
  fields.forEach((each) => {
    all++;
    if (isMap(value) && isFilled(value.get(String(each.get('name'))))) names.push(String(each.get('label')));
  });
  if (names.length === 0) return 'Rien encore';
  const more = names.length > MOST_NAMED ? '…' : '';
  return `${names.length}\u00a0sur\u00a0${all}\u00a0: ${names.slice(0, MOST_NAMED).join(', ')}${more}`;
}

/** Whether something was answered: a tick box that is not ticked, an empty list or a group of nothing answer nothing. */
function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false || value === 'unknown') return false;
  if (typeof value !== 'object') return true;
  let filled = false;
  // Immutable stops at the first that answers false.
  (value as { forEach: (see: (each: unknown) => void) => void }).forEach((each) => {
    filled ||= isFilled(each);
  });
  return filled;
}

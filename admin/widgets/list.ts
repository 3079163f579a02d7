import type { ComponentType } from 'react';
import { isMap, type Immutable } from './immutable.ts';

/** The part of Decap's list control that names a folded item. */
interface ListControl {
  props: { field: Immutable };
  objectLabel(item: unknown): string;
}

/** Decap's list, whose folded items say « Lundi — On mange » where Decap shows `monday — meal`. */
export function frenchList(control: unknown): ComponentType {
  const Base = control as new (props: unknown) => ListControl;
  class FrenchList extends Base {
    override objectLabel(item: unknown): string {
      const { field } = this.props;
      const label = super.objectLabel(isMap(item) ? withLabels(item, field.get('fields')) : item);
      // Decap's own words for an item that holds nothing yet.
      return label && !/^No \w+$/.test(label) ? label : `${String(field.get('label_singular'))} à remplir`;
    }
  }
  return FrenchList as unknown as ComponentType;
}

function withLabels(item: Immutable, fields: unknown): Immutable {
  let labelled = item;
  if (!isMap(fields)) return item;
  fields.forEach((field) => {
    const name = String(field.get('name'));
    const options = field.get('options');
    const option = isMap(options) ? options.find((each) => each.get('value') === item.get(name)) : undefined;
    if (option) labelled = labelled.set(name, option.get('label'));
  });
  return labelled;
}

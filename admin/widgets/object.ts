import type { ComponentType } from 'react';
import { filledIn, type Answered } from './filled.ts';
import { isMap, type Immutable } from './immutable.ts';

/** The part of Decap's control of a group that names it when it is folded. */
interface ObjectControl {
  props: { field: Immutable; value: unknown };
  objectLabel: () => string;
}

/** Decap's group, which says when it is folded what is filled in it, where Decap says its name a second time. */
export function frenchObject(control: unknown): ComponentType {
  const Base = control as new (props: unknown) => ObjectControl;
  class FrenchObject extends Base {
    // Of the instance, as Decap's own is.
    override objectLabel = (): string => {
      const { field, value } = this.props;
      const { fields } = field.toJS() as { fields: { name: string; label: string }[] };
      return filledIn(fields, isMap(value) ? (value.toJS() as Answered) : {});
    };
  }
  return FrenchObject as unknown as ComponentType;
}

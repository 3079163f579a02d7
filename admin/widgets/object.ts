import { createElement, Fragment, type ComponentType, type ReactElement } from 'react';
import { ByHand } from '../choosers/by-hand.ts';
import { filledIn, type Answered } from './filled.ts';
import { isMap, type Immutable } from './immutable.ts';
import { NappeChooser } from '../choosers/nappe.ts';
import { pickerOf } from '../choosers/picker.ts';
import { TerritoryChooser } from '../choosers/territory.ts';

/** The part of Decap's control of a group that names it when it is folded. */
interface ObjectControl {
  props: { field: Immutable; value: unknown; onChange: (value: unknown) => void };
  objectLabel: () => string;
  renderFields: (fields: unknown, only: unknown) => ReactElement;
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

    constructor(props: unknown) {
      super(props);
      const plainFields = this.renderFields;
      this.renderFields = (fields, only) => {
        const { field, value, onChange } = this.props;
        const plain = plainFields(fields, only);
        switch (pickerOf(field)) {
          case 'territory':
            return createElement(Fragment, null, createElement(TerritoryChooser, { value, write: onChange }), plain);
          case 'nappe': {
            const label = `${String(field.get('label'))}, à la main`;
            const byHand = createElement(ByHand, { label, isOpen: false }, plain);
            return createElement(Fragment, null, createElement(NappeChooser, { value, write: onChange }), byHand);
          }
          default:
            return plain;
        }
      };
    }
  }
  return FrenchObject as unknown as ComponentType;
}

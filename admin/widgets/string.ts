import { createElement, type ComponentType, type ReactElement } from 'react';
import { CommuneChooser } from '../choosers/commune.ts';
import type { ControlProps } from './control.ts';
import { pickerOf } from '../choosers/picker.ts';

/** Decap's line of text, beside which the code of a commune is found by name. */
export function frenchString(control: unknown): ComponentType {
  const Base = control as new (props: unknown) => { props: ControlProps; render(): ReactElement };
  class FrenchString extends Base {
    override render() {
      const { field, value, onChange } = this.props;
      const plain = super.render();
      if (pickerOf(field) !== 'commune') return plain;
      const code = typeof value === 'string' ? value.trim() : '';
      return createElement(CommuneChooser, { code, write: onChange }, plain);
    }
  }
  return FrenchString as unknown as ComponentType;
}

import { createElement, type ComponentType, type Ref } from 'react';
import type { ControlProps, Translate } from './control.ts';

/** Decap's date, whose « Maintenant » is read aloud with the label of its field; Decap gives the key of the file. */
export function frenchDate(control: unknown): ComponentType {
  const Base = control as ComponentType<ControlProps & { ref?: Ref<unknown> }>;
  // Decap asks the control itself whether it is valid: its ref is handed on.
  const FrenchDate = (props: ControlProps & { ref?: Ref<unknown> }) => {
    const fieldLabel = props.field.get('label');
    const t: Translate = (key, values) =>
      props.t(key, values && 'fieldLabel' in values ? { ...values, fieldLabel } : values);
    return createElement(Base, { ...props, t });
  };
  return FrenchDate as ComponentType;
}

import { Component, createElement, type ChangeEvent, type ReactNode } from 'react';
import { typeset } from '#domain/typography.ts';
import type { ControlProps, Validity } from './control.ts';

interface State {
  /** As it is being typed: « 5000,0 » on the way to « 5000,05 ». */
  text: string;
}

/**
 * The number that a French hand writes: `5 000,50`, `-2`, `12.5`.
 * @returns the text itself when it is none, so that it stays in the field; an empty text for a field left empty.
 */
export function readNumber(text: string): number | string {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text.trim();
}

/** A value as its field shows it. */
export const writeNumber = (value: unknown): string =>
  typeof value === 'number' ? String(value).replace('.', ',') : typeof value === 'string' ? value : '';

/**
 * A number in a field of text. Decap's own is the browser's, whose comma follows the language of the browser: in
 * English, « 5000,50 » is read there as 500050.
 */
export class NumberControl extends Component<ControlProps, State> {
  override state: State = { text: writeNumber(this.props.value) };

  isValid = (): Validity => {
    const { field, value, t } = this.props;
    const fieldLabel = String(field.get('label'));
    const wrong = (message: string): Validity => ({ error: { type: 'CUSTOM', message } });
    if (value === undefined || value === null || value === '') return true;
    const integer = field.get('value_type') === 'int';
    if (typeof value !== 'number' || (integer && !Number.isInteger(value))) {
      const expected = integer ? 'un nombre entier, par exemple 12' : 'un nombre, par exemple 12,50';
      return wrong(
        typeset(`« ${fieldLabel} » : écrivez ${expected}, sans unité. (Trouvé : « ${writeNumber(value)} ».)`),
      );
    }
    const [min, max] = [field.get('min'), field.get('max')];
    const low = typeof min === 'number' && value < min;
    const high = typeof max === 'number' && value > max;
    if (!low && !high) return true;
    const rule = min === undefined ? 'max' : max === undefined ? 'min' : 'range';
    return wrong(
      t(`editor.editorControlPane.widget.${rule}`, {
        fieldLabel,
        minValue: writeNumber(min),
        maxValue: writeNumber(max),
      }),
    );
  };

  override render(): ReactNode {
    const { field, value, forID, classNameWrapper, setActiveStyle, setInactiveStyle, onChange } = this.props;
    const { text } = this.state;
    return createElement('input', {
      type: 'text',
      inputMode: field.get('value_type') === 'int' ? 'numeric' : 'decimal',
      autoComplete: 'off',
      id: forID,
      className: classNameWrapper,
      // A value that came from elsewhere (another entry, a text taken back) replaces what was typed.
      value: readNumber(text) === (value ?? '') ? text : writeNumber(value),
      onFocus: setActiveStyle,
      onBlur: setInactiveStyle,
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
        this.setState({ text: target.value });
        onChange(readNumber(target.value));
      },
    });
  }
}

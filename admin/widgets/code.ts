import { Component, createElement, type ChangeEvent, type ReactNode } from 'react';
import { isMap } from './immutable.ts';
import type { ControlProps } from './control.ts';

/** A block of code in a text, in a plain box: `code` and `lang`, as Decap's own widget has them. */
export class CodeControl extends Component<ControlProps> {
  override render(): ReactNode {
    const { value, forID, classNameWrapper, setActiveStyle, setInactiveStyle, onChange } = this.props;
    const given = isMap(value) ? value.get('code') : undefined;
    const code = typeof given === 'string' ? given : '';
    return createElement('textarea', {
      id: forID,
      className: classNameWrapper,
      value: code,
      rows: Math.min(20, code.split('\n').length + 1),
      spellCheck: false,
      onFocus: setActiveStyle,
      onBlur: setInactiveStyle,
      onChange: ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
        if (isMap(value)) onChange(value.set('code', target.value));
      },
    });
  }
}

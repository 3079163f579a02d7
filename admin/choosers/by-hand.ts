import { createElement, useId, useState, type ReactElement, type ReactNode } from 'react';

interface ByHandProps {
  label: string;
  /** Whether it is unfolded at first: it holds what its chooser does not show. */
  isOpen: boolean;
  children?: ReactNode;
}

/** The plain fields that a chooser stands for, folded beneath it. */
export function ByHand({ label, isOpen: atFirst, children }: ByHandProps): ReactElement {
  const id = useId();
  const [isOpen, setOpen] = useState(atFirst);
  return createElement(
    'div',
    null,
    createElement(
      'p',
      { className: 'cms-by-hand-bar' },
      createElement(
        'button',
        { type: 'button', 'aria-expanded': isOpen, 'aria-controls': id, onClick: () => setOpen(!isOpen) },
        label,
      ),
    ),
    // Drawn even so: Decap checks it, and leads there.
    createElement('div', { id, className: 'cms-by-hand', hidden: !isOpen }, children),
  );
}

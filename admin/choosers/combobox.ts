import { createElement, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';

/** Something that a search found. */
export interface Found {
  key: string;
  name: string;
  /** What tells it from its namesakes. */
  detail: string;
}

interface ComboboxProps<F extends Found> {
  label: string;
  /** Rejects when what is searched does not come. */
  search: (text: string) => Promise<readonly F[]>;
  choose: (found: F) => void;
  /** What to do when nothing fits a text. */
  nothing: (text: string) => string;
  /** « 3 lieux proposés », read aloud. */
  count: (found: number) => string;
}

const UNAVAILABLE =
  'La liste n’arrive pas : vérifiez la connexion, puis écrivez une lettre de plus. Vous pouvez aussi remplir le champ à la main.';

/**
 * A field that finds by name, with a list of what it found: an editable combobox. Once chosen, its text is emptied.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function Combobox<F extends Found>(props: ComboboxProps<F>): ReactElement {
  const { label, search, choose, nothing, count } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly F[]>([]);
  const [active, setActive] = useState(-1);
  const [said, setSaid] = useState('');
  // The number of the latest question: an answer to an older one is dropped.
  const asked = useRef({ turn: 0, answer: Promise.resolve<readonly F[]>([]) });

  const close = () => {
    asked.current.turn++;
    setFound([]);
    setActive(-1);
  };
  const ask = (typed: string): Promise<readonly F[]> => {
    const turn = ++asked.current.turn;
    setText(typed);
    setSaid('');
    if (typed.trim() === '') {
      close();
      return Promise.resolve([]);
    }
    const answer = search(typed).then(
      (those) => {
        if (turn !== asked.current.turn) return [];
        setFound(those);
        setActive(-1);
        setSaid(those.length === 0 ? nothing(typed.trim()) : count(those.length));
        return those;
      },
      () => {
        if (turn === asked.current.turn) {
          setFound([]);
          setSaid(UNAVAILABLE);
        }
        return [];
      },
    );
    asked.current.answer = answer;
    return answer;
  };
  const take = (chosen: F | undefined) => {
    if (!chosen) return;
    close();
    setText('');
    setSaid('');
    choose(chosen);
  };
  const point = (rank: number) => {
    setActive(rank);
    document.getElementById(`${id}-${rank}`)?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (found.length === 0) void ask(text);
        else if (event.key === 'ArrowDown') point((active + 1) % found.length);
        else point((active <= 0 ? found.length : active) - 1);
        break;
      case 'Enter':
        event.preventDefault();
        // Who types fast presses before the answer.
        if (active >= 0) take(found[active]);
        else if (text.trim() !== '') void asked.current.answer.then(([first]) => take(first));
        break;
      case 'Escape':
        if (found.length > 0) event.preventDefault();
        close();
        setSaid('');
        break;
    }
  };
  const isOpen = found.length > 0;
  useEffect(() => {
    // Not behind the bar at the bottom of the desk.
    if (isOpen) document.getElementById(`${id}-list`)?.scrollIntoView({ block: 'nearest' });
  }, [id, isOpen]);
  return createElement(
    'div',
    { className: 'cms-find' },
    createElement('label', { htmlFor: id }, label),
    createElement(
      'div',
      { className: 'cms-find-box' },
      createElement('input', {
        id,
        type: 'text',
        role: 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': isOpen,
        'aria-controls': `${id}-list`,
        'aria-describedby': `${id}-said`,
        'aria-activedescendant': active < 0 ? undefined : `${id}-${active}`,
        autoComplete: 'off',
        spellCheck: false,
        maxLength: 100,
        value: text,
        onChange: ({ target }: { target: HTMLInputElement }) => void ask(target.value),
        onKeyDown: press,
        onBlur: close,
      }),
      createElement(
        'div',
        {
          id: `${id}-list`,
          role: 'listbox',
          'aria-label': 'Propositions',
          hidden: !isOpen,
          // The field keeps the focus: its list would close under the finger.
          onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
        },
        found.map((each, rank) =>
          createElement(
            'div',
            {
              key: each.key,
              id: `${id}-${rank}`,
              role: 'option',
              'aria-selected': rank === active,
              onClick: () => take(each),
            },
            createElement('span', null, each.name),
            ' ',
            createElement('small', null, each.detail),
          ),
        ),
      ),
    ),
    createElement('p', { id: `${id}-said`, className: 'cms-hint', role: 'status' }, said),
  );
}

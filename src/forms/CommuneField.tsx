import { useEffect, useRef, type ComponentProps } from 'react';
import { typeset } from '#domain/typography.ts';
import { hasCode, useCommunes } from './use-communes.ts';

interface Props {
  /** The attributes of its control. */
  control: Pick<ComponentProps<'input'>, 'onChange'> & { id: string; value: string };
  onAnswer: (text: string) => void;
}

/**
 * A commune, whose code goes with its name: the only one of that name once one has left the field, else the one that is
 * chosen; what is typed stays when there is none.
 */
export function CommuneField({ control, onAnswer }: Props) {
  const { named, sure } = useCommunes(control.value);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // A draft that comes back may have been sent as it is: only what is typed here is completed unasked.
  const typed = useRef(false);
  const settle = (focused: Element | null) => {
    const [only] = named;
    if (typed.current && sure && only && focused !== box.current && !list.current?.contains(focused)) onAnswer(only);
  };
  // It may be found after one has left.
  useEffect(() => settle(document.activeElement));
  const choose = (name: string) => {
    onAnswer(name);
    box.current?.focus();
  };
  const isKnown = hasCode(control.value);
  const question = sure ? 'C’est bien celle-ci ?' : 'Laquelle ?';
  return (
    <>
      <input
        {...control}
        ref={box}
        type="text"
        spellCheck={false}
        onChange={(event) => {
          typed.current = true;
          control.onChange?.(event);
        }}
        onBlur={({ relatedTarget }) => settle(relatedTarget)}
      />
      <p className="hint" role="status">
        {isKnown && typeset('Le code Insee dit de quelle commune il s’agit.')}
        {named.length > 0 && typeset(`${question} Son code Insee partira avec la fiche.`)}
      </p>
      {named.length > 0 && (
        <ul className="communes" ref={list}>
          {named.map((name) => (
            <li key={name}>
              <button className="button quiet" type="button" onClick={() => choose(name)}>
                {name.replace(/, code Insee.*/, '')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

import { createElement, useId, type ChangeEvent, type ReactElement } from 'react';
import { clothSvg, DYES, NAPPE_PATTERNS, nappeOf, type Nappe, type NappePattern } from '#domain/nappe.ts';
import { typeset } from '#domain/typography.ts';
import { newSlug } from '../check/form-entry.ts';
import { draftInForm, newMap } from './draft.ts';
import { isMap, withPart, type Immutable } from '../widgets/immutable.ts';
import { chosenIn, nameOfDye, tooNear } from './nappe-choices.ts';

interface NappeProps {
  /** The group of fields. */
  value: unknown;
  write: (value: Immutable) => void;
}

const BY_NAME = 'Comme le nom le veut';
const PARTS = ['pattern', 'colour', 'ground'] as const satisfies readonly (keyof Nappe)[];

/** The tablecloth of a cantine, chosen by its looks. */
export function NappeChooser({ value, write }: NappeProps): ReactElement {
  const id = useId();
  const chosen = chosenIn(isMap(value) ? value.toJS() : undefined);
  const draft = draftInForm();
  const slug = draft?.slug || newSlug({ collection: 'cantines', data: draft?.answers ?? {} });
  const nappe = nappeOf(slug, chosen);
  const choose = (parts: Partial<Record<keyof Nappe, string>>) => {
    const group = isMap(value) ? value : newMap();
    if (!group) return;
    write(Object.entries(parts).reduce((next, [part, each]) => withPart(next, part, each, PARTS), group));
  };
  const radio = (group: string, label: string, isChosen: boolean, picked: () => void, cloth: Nappe) =>
    createElement(
      'label',
      { key: label },
      createElement('input', { type: 'radio', name: `${id}-${group}`, checked: isChosen, onChange: picked }),
      createElement(Cloth, { nappe: cloth, width: 72, height: 40 }),
      createElement('span', null, label),
    );
  const patterns = (Object.keys(NAPPE_PATTERNS) as NappePattern[]).map((pattern) =>
    radio('pattern', NAPPE_PATTERNS[pattern], chosen.pattern === pattern, () => choose({ pattern }), {
      ...nappe,
      pattern,
    }),
  );
  const dyes = DYES.map(([colour, ground]) =>
    radio(
      'dye',
      nameOfDye(colour),
      chosen.colour?.toLowerCase() === colour && chosen.ground?.toLowerCase() === ground,
      () => choose({ colour, ground }),
      { ...nappe, colour, ground },
    ),
  );
  const { pattern, colour, ground } = nappeOf(slug);
  const colourOf = (part: 'colour' | 'ground', label: string) =>
    createElement(
      'label',
      { className: 'cms-cloth-colour' },
      createElement('input', {
        type: 'color',
        value: nappe[part].toLowerCase(),
        onChange: ({ target }: ChangeEvent<HTMLInputElement>) => choose({ [part]: target.value }),
      }),
      label,
    );
  return createElement(
    'div',
    { className: 'cms-chooser' },
    createElement(Cloth, { nappe, width: 1200, height: 120 }),
    createElement('p', { className: 'cms-wrong', role: 'status' }, typeset(tooNear(nappe) ?? '')),
    createElement(
      'fieldset',
      { className: 'cms-cloths' },
      createElement('legend', null, 'Motif'),
      radio('pattern', BY_NAME, chosen.pattern === undefined, () => choose({ pattern: '' }), { ...nappe, pattern }),
      patterns,
    ),
    createElement(
      'fieldset',
      { className: 'cms-cloths' },
      createElement('legend', null, 'Couleurs'),
      radio(
        'dye',
        BY_NAME,
        chosen.colour === undefined && chosen.ground === undefined,
        () => choose({ colour: '', ground: '' }),
        { ...nappe, colour, ground },
      ),
      dyes,
    ),
    createElement(
      'p',
      { className: 'cms-cloth-colours' },
      colourOf('colour', 'Autre couleur du motif'),
      colourOf('ground', 'Autre couleur du fond'),
    ),
  );
}

/** A piece of cloth, which says nothing that the words beside it do not. */
function Cloth({ nappe, width, height }: { nappe: Nappe; width: number; height: number }): ReactElement {
  const src = `data:image/svg+xml,${encodeURIComponent(clothSvg(nappe, width, height))}`;
  return createElement('img', { className: 'cms-cloth', src, alt: '', height });
}

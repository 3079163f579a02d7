import { createElement, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { ofName } from '#domain/of-name.ts';
import { typeset } from '#domain/typography.ts';
import { fetchShard } from '#places/fetch-shard.ts';
import { placeOfCode, suggest } from '#places/lookup.ts';
import { labelOf, whereOf, type Place } from '#places/place.ts';
import { territoryCodes } from '#places/territory.ts';
import { countOf, nothingFor } from '#places/words.ts';
import { Combobox, type Found } from './combobox.ts';
import { fillingOf, sayFilled, type Fills } from './commune-fills.ts';
import { settle } from './doubts.ts';
import { changeGroup, draftInForm } from './draft.ts';

interface FoundPlace extends Found {
  place: Place;
}

interface CommuneProps {
  /** The code that the field holds, right or not. */
  code: string;
  write: (code: string) => void;
  /** The plain field. */
  children?: ReactNode;
}

/** A commune chosen by its name or its postcode, above its code: fills the address and the point too. */
export function CommuneChooser({ code, write, children }: CommuneProps): ReactElement {
  const [said, setSaid] = useState('');
  const choose = async ({ place: found }: FoundPlace) => {
    const place = await todays(found);
    const { fills, doubts, missing = '' } = fillingOf(place, draftInForm()?.answers ?? {});
    write(place.code);
    fill(fills);
    const settled = await settle(labelOf(place), doubts);
    fill(settled);
    const merged =
      found.formerOf === undefined ? '' : `${found.name} fait aujourd’hui partie ${ofName(found.formerOf)}.`;
    setSaid(typeset([merged, sayFilled(place.code, { ...fills, ...settled }), missing].filter(Boolean).join(' ')));
  };
  return createElement(
    'div',
    { className: 'cms-chooser' },
    createElement(Combobox<FoundPlace>, {
      label: 'Chercher une commune, par son nom ou son code postal',
      search: findPlaces,
      choose: (found) => void choose(found),
      nothing: nothingFor,
      count: countOf,
    }),
    createElement('p', { className: 'cms-hint', role: 'status' }, said),
    createElement('div', { className: 'cms-code' }, children, createElement(NameOfCode, { code })),
  );
}

const findPlaces = async (text: string): Promise<FoundPlace[]> =>
  (await suggest(text, fetchShard)).map((place) => ({
    key: `${place.code} ${place.name}`,
    name: place.name,
    detail: whereOf(place),
    place,
  }));

/** The commune of today that a former one is a part of: its code is the one that counts. */
async function todays(place: Place): Promise<Place> {
  if (place.formerOf === undefined) return place;
  const { commune = place.code } = await territoryCodes(place.code, fetchShard).catch(() => ({ commune: place.code }));
  return (await placeOfCode(commune, fetchShard).catch(() => undefined)) ?? place;
}

function fill({ postalCode, addressLocality, location }: Fills): void {
  const address = Object.entries({ postalCode, addressLocality }).filter(([, value]) => value !== undefined);
  if (address.length > 0) {
    changeGroup('address', (group) => address.reduce((filled, [name, value]) => filled.set(name, value), group));
  }
  if (location) {
    const { latitude, longitude, precision } = location;
    changeGroup('location', (group) =>
      group.set('latitude', latitude).set('longitude', longitude).set('precision', precision),
    );
  }
}

/** « 69389 · Lyon 9e arrondissement (69) », or that no commune has that code. */
function NameOfCode({ code }: { code: string }): ReactElement {
  const [told, setTold] = useState({ code: '', words: '' });
  useEffect(() => {
    let isCurrent = true;
    void nameOfCode(code).then((words) => {
      if (isCurrent) setTold({ code, words });
    });
    return () => {
      isCurrent = false;
    };
  }, [code]);
  return createElement('span', { className: 'cms-hint', role: 'status' }, told.code === code ? told.words : '');
}

async function nameOfCode(code: string): Promise<string> {
  if (!/^(?:\d{2}|2[ab])\d{3}$/i.test(code)) return '';
  try {
    const place = await placeOfCode(code, fetchShard);
    if (place?.formerOf !== undefined) {
      return typeset(
        `${code} · ${place.name}, qui fait aujourd’hui partie ${ofName(place.formerOf)} : cherchez celle-ci.`,
      );
    }
    if (place) return `${code} · ${labelOf(place)}`;
    const isPostcode = (await suggest(code, fetchShard)).length > 0;
    return typeset(
      isPostcode
        ? `${code} est un code postal : cherchez la commune, son code INSEE se remplira.`
        : `${code} · aucune commune n’a ce code.`,
    );
  } catch {
    return 'Le nom de cette commune n’arrive pas.';
  }
}

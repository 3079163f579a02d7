import { createElement, useEffect, useId, useState, type ReactElement } from 'react';
import { count } from '#domain/numbers.ts';
import { SCOPES } from '#domain/territory.ts';
import { typeset } from '#domain/typography.ts';
import { fetchShard } from '#places/fetch-shard.ts';
import { nameOfCode, suggestTerritories, type NamedTerritory } from '#places/territory-names.ts';
import { Combobox, type Found } from './combobox.ts';
import { settle } from './doubts.ts';
import { newMap } from './draft.ts';
import { isMap, type Immutable, type ImmutableList } from '../widgets/immutable.ts';
import { territoryFilling, without, type DraftTerritory } from './territory-fills.ts';

interface FoundTerritory extends Found {
  territory: NamedTerritory;
}

interface TerritoryProps {
  /** The group of fields. */
  value: unknown;
  write: (value: Immutable) => void;
}

const UNKNOWN =
  'Aucun territoire de ce nom. Pour un parc, un GAL ou un quartier, choisissez l’échelle « Autre » et écrivez son nom.';

/** A territory chosen by its name, above its scope, its name and its codes. */
export function TerritoryChooser({ value, write }: TerritoryProps): ReactElement {
  const there = territoryIn(value);
  const names = useNames(there);
  const [said, setSaid] = useState('');
  const fill = (fills: Partial<DraftTerritory>) => {
    const group = isMap(value) ? value : newMap();
    if (group) write(filled(group, fills));
  };
  const choose = async ({ territory }: FoundTerritory) => {
    const { fills, doubts } = territoryFilling(there, territory, names);
    const settled = await settle(territory.name, doubts);
    const all = { ...fills, ...settled };
    if (Object.keys(all).length > 0) fill(all);
    const kept = there.codes.includes(territory.code) ? 'y est déjà' : 'n’est pas ajouté';
    const named = all.name === undefined || all.name === territory.name ? '' : ` Nom du territoire : « ${all.name} ».`;
    setSaid(typeset(`« ${territory.name} » ${Object.keys(all).length > 0 ? 'est choisi' : kept}.${named}`));
  };
  return createElement(
    'div',
    { className: 'cms-chooser' },
    createElement(Combobox<FoundTerritory>, {
      label: 'Chercher un territoire, par son nom ou son code',
      search: findTerritories,
      choose: (found) => void choose(found),
      nothing: () => typeset(UNKNOWN),
      count: (found) => `${count(found, 'territoire proposé', 'territoires proposés')}.`,
    }),
    createElement('p', { className: 'cms-hint', role: 'status' }, said),
    createElement(Chips, {
      codes: there.codes,
      names,
      remove: (code) => {
        fill(without(there, code, names));
        setSaid(typeset(`${code} est retiré.`));
      },
    }),
  );
}

const findTerritories = async (text: string): Promise<FoundTerritory[]> =>
  (await suggestTerritories(text, fetchShard)).map((territory) => ({
    key: `${territory.scope} ${territory.code}`,
    name: territory.name,
    detail: [SCOPES[territory.scope], territory.code].filter(Boolean).join(', '),
    territory,
  }));

function territoryIn(value: unknown): DraftTerritory {
  const { scope, name, codes } = (isMap(value) ? value.toJS() : {}) as Readonly<Record<string, unknown>>;
  const text = (each: unknown) => (typeof each === 'string' ? each.trim() : '');
  return {
    scope: text(scope),
    name: text(name),
    codes: Array.isArray(codes) ? codes.map(text).filter((code) => code !== '') : [],
  };
}

/** A group with other values, in the order in which files have them; no codes at all for the whole country. */
function filled(group: Immutable, { scope, name, codes }: Partial<DraftTerritory>): Immutable {
  let next = group;
  if (scope !== undefined) next = next.set('scope', scope);
  if (name !== undefined) next = next.set('name', name);
  if (codes === undefined) return next;
  const empty = (isList(group.get('codes')) ? group.get('codes') : group.clear().toList()) as ImmutableList;
  return codes.length === 0 ? next.delete('codes') : next.set('codes', empty.clear().concat(codes));
}

const isList = (value: unknown): boolean => typeof value === 'object' && value !== null && 'concat' in value;

/** The names of the codes, each undefined until it is known, or when nothing has that code. */
function useNames({ scope, codes }: DraftTerritory): readonly (string | undefined)[] {
  const asked = JSON.stringify([scope, ...codes]);
  const [known, setKnown] = useState<{ asked: string; names: readonly (string | undefined)[] }>({
    asked: '',
    names: [],
  });
  useEffect(() => {
    let isCurrent = true;
    const [of = '', ...those] = JSON.parse(asked) as string[];
    const coming = those.map((code) => nameOfCode(of, code, fetchShard).catch(() => undefined));
    void Promise.all(coming).then((names) => {
      if (isCurrent) setKnown({ asked, names });
    });
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  return known.asked === asked ? known.names : codes.map(() => undefined);
}

interface ChipsProps {
  codes: readonly string[];
  names: readonly (string | undefined)[];
  remove: (code: string) => void;
}

function Chips({ codes, names, remove }: ChipsProps): ReactElement | null {
  const id = useId();
  if (codes.length === 0) return null;
  const take = (code: string, index: number) => {
    remove(code);
    // The one that comes in its place.
    requestAnimationFrame(() => document.getElementById(`${id}-${Math.min(index, codes.length - 2)}`)?.focus());
  };
  return createElement(
    'ul',
    { className: 'cms-chips', 'aria-label': 'Territoires choisis' },
    codes.map((code, index) => {
      const name = names[index];
      const label = name === undefined ? code : `${name} (${code})`;
      return createElement(
        'li',
        { key: `${index} ${code}` },
        createElement(
          'button',
          { type: 'button', id: `${id}-${index}`, 'aria-label': `${label}, retirer`, onClick: () => take(code, index) },
          label,
          ' ',
          createElement('span', { 'aria-hidden': true }, '×'),
        ),
      );
    }),
  );
}

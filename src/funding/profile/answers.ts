import { ACTIONS } from '#schemas/actions.ts';
import { APPROVALS } from '#schemas/approvals.ts';
import { NEEDS, type Need } from '#schemas/needs.ts';
import type { Profile } from '../matching/profile.ts';

/** The names of the fields of the form, in the words of its reader: they are the anchors of its questions too. */
export const NUMBER_FIELDS = {
  salaries: 'employees',
  budget: 'budget',
  ressources: 'resources',
  projet: 'project',
} as const;
export type NumberField = keyof typeof NUMBER_FIELDS;
const NUMBER_NAMES = Object.keys(NUMBER_FIELDS) as NumberField[];

/** What a form holds: its fields by name; the needs all bear one name. */
export type Values = ReadonlyMap<string, readonly string[]>;

/** What is wrong with a field, and what to write in it. */
export interface Fault {
  field: string;
  remedy: string;
}

/** Reads `120 000`, `2,5`, `1 200 €`; undefined when it is no number. */
export function readNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f€]|etp/gi, '').replace(',', '.');
  return /^\d{1,8}(?:\.\d{1,2})?$/.test(bare) ? Number(bare) : undefined;
}

const first = (values: Values, name: string): string => values.get(name)?.[0]?.trim() ?? '';

const YES_NO: Readonly<Record<string, boolean>> = { oui: true, non: false };

function flagsOf<K extends string>(values: Values, group: string, names: Readonly<Record<K, string>>) {
  const said = (Object.keys(names) as K[]).flatMap((name) => {
    const answer = YES_NO[first(values, `${group}.${name}`)];
    return answer === undefined ? [] : [[name, answer] as const];
  });
  return said.length === 0 ? undefined : (Object.fromEntries(said) as Partial<Record<K, boolean>>);
}

/**
 * The profile that a form says, and what cannot be read in it: such a field is unknown.
 * @param today `YYYY-MM-DD`: when it is all true, and the latest birth
 */
export function profileIn(values: Values, today: string): { profile: Profile; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const numbers = NUMBER_NAMES.map((name) => {
    const text = first(values, name);
    const value = readNumber(text);
    if (text !== '' && value === undefined)
      faults.push({
        field: name,
        remedy: `Écrivez un nombre, sans autre mot\u00a0: ${name === 'salaries' ? '2 ou 2,5' : '120 000'}.`,
      });
    return [NUMBER_FIELDS[name], value] as const;
  });
  const year = first(values, 'annee');
  const month = first(values, 'mois');
  const birth = [year, month].filter((part) => part !== '').join('-');
  const isYear = /^(?:19|20)\d\d$/.test(year) && birth <= today;
  if ((year !== '' || month !== '') && !isYear)
    faults.push({ field: 'annee', remedy: 'Écrivez une année passée, en quatre chiffres\u00a0: 2021.' });
  const needs = values.get('besoins') ?? [];
  const profile: Profile = {
    foundedOn: isYear ? birth : undefined,
    ...Object.fromEntries(numbers),
    seat: YES_NO[first(values, 'siege')],
    district: YES_NO[first(values, 'quartier')],
    approvals: flagsOf(values, 'agrements', APPROVALS),
    actions: flagsOf(values, 'actions', ACTIONS),
    needs: needs.length === 0 ? undefined : (Object.keys(NEEDS) as Need[]).filter((need) => needs.includes(need)),
    asOf: today,
  };
  return { profile, faults };
}

const yesNo = (value: boolean | undefined): readonly string[] => [value === undefined ? '' : value ? 'oui' : 'non'];

/** The fields of a form that say a profile: `profileIn` reads it back. */
export function valuesOf(profile: Profile): Values {
  const [year = '', month = ''] = (profile.foundedOn ?? '').split('-');
  const flags = (group: string, names: object, said: Readonly<Record<string, boolean | undefined>> = {}) =>
    Object.keys(names).map((name) => [`${group}.${name}`, yesNo(said[name])] as const);
  return new Map<string, readonly string[]>([
    ['annee', [year]],
    ['mois', [month]],
    ...NUMBER_NAMES.map((name) => [name, [profile[NUMBER_FIELDS[name]]?.toString().replace('.', ',') ?? '']] as const),
    ['siege', yesNo(profile.seat)],
    ['quartier', yesNo(profile.district)],
    ...flags('agrements', APPROVALS, profile.approvals),
    ...flags('actions', ACTIONS, profile.actions),
    ['besoins', profile.needs ?? []],
  ]);
}

/** Whether a profile says anything. */
export const saysAnything = ({ asOf: _, ...said }: Profile): boolean =>
  Object.values(said).some((value: unknown) =>
    typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value !== undefined,
  );

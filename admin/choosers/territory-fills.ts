import { joinWords } from '#domain/french.ts';
import { SCOPES } from '#domain/territory.ts';
import type { NamedTerritory } from '#places/territory-names.ts';
import { doubt, type Filled } from './doubts.ts';

/** A territory as a form holds it. */
export interface DraftTerritory {
  /** Empty, or a scope; what else it may be, a form shows. */
  scope: string;
  name: string;
  codes: readonly string[];
}

/** The name that codes make, when each of them has one. */
export const nameOfAll = (names: readonly (string | undefined)[]): string | undefined =>
  names.every((name) => name !== undefined) && names.length > 0 ? joinWords(names) : undefined;

const labelOf = (scope: string): string =>
  Object.hasOwn(SCOPES, scope) ? SCOPES[scope as keyof typeof SCOPES] : scope;

/**
 * What a chosen territory makes of the one that is there: a first one fills all; one of the same scope is added; one of
 * another scope replaces it after a yes.
 * @param names those of the codes that are there
 */
export function territoryFilling(
  there: DraftTerritory,
  chosen: NamedTerritory,
  names: readonly (string | undefined)[],
): Filled<Partial<DraftTerritory>> {
  const { scope, codes } = there;
  const own = chosen.code === '' ? [] : [chosen.code];
  const isOther = scope !== '' && scope !== chosen.scope;
  if (!isOther && own.every((code) => codes.includes(code)) && scope !== '' && there.name !== '') {
    return { fills: {}, doubts: [] };
  }
  const made = isOther ? chosen.name : (nameOfAll([...names, chosen.name]) ?? chosen.name);
  const isOwnName = there.name === '' || there.name === nameOfAll(names) || there.name === labelOf(scope);
  const fills = { scope: chosen.scope, codes: isOther ? own : [...new Set([...codes, ...own])] };
  const name = { name: codes.length === 0 || isOther ? chosen.name : made };
  if (isOther) {
    const other = `« ${labelOf(chosen.scope)} : ${chosen.name} »`;
    const kept = `« ${labelOf(scope)}${there.name === '' ? '' : ` : ${there.name}`} »`;
    const replaced = doubt<Partial<DraftTerritory>>('Territoire', kept, other, { ...fills, ...name });
    // A park or a district has no code of its own, and may be told by those of its communes.
    const added = { label: `Garder ${kept} et ajouter le code ${chosen.code}`, fills: { codes: [...codes, ...own] } };
    const isTold = scope === 'other' && own.some((code) => !codes.includes(code));
    const options = isTold ? replaced.options.toSpliced(1, 0, added) : replaced.options;
    return { fills: {}, doubts: [{ ...replaced, options }] };
  }
  return isOwnName || there.name === name.name
    ? { fills: { ...fills, ...name }, doubts: [] }
    : { fills, doubts: [doubt('Nom du territoire', `« ${there.name} »`, `« ${name.name} »`, name)] };
}

/** A territory without one of its codes; its name follows when it was that of its codes. */
export function without(
  there: DraftTerritory,
  code: string,
  names: readonly (string | undefined)[],
): Partial<DraftTerritory> {
  const codes = there.codes.filter((each) => each !== code);
  const left = nameOfAll(names.filter((_, index) => there.codes[index] !== code));
  return there.name === nameOfAll(names) && left !== undefined ? { codes, name: left } : { codes };
}

import type { Opportunity } from '#schemas/opportunities.ts';

/** What to do about one thing that an entry lacks. */
export interface Gap {
  why: string;
  remedy: string;
}

/** What these bring is no money: an amount decides nothing. */
const WITHOUT_AMOUNT: readonly Opportunity['kind'][] = [
  'don-en-nature',
  'accompagnement',
  'garantie',
  'financement-participatif',
];

/**
 * What an entry lacks for a cantine to decide upon it, and nothing else: when, where, what it pays, where to ask. For
 * whom is required of every entry; what is merely old or doubtful is to be confirmed again (see `watchReport`).
 * @param contact an address of its funder, where one may ask without a page of the call
 */
export function gapsOf(entry: Opportunity, contact: string | undefined): Gap[] {
  const { amounts, territory, usualMonths, windows } = entry;
  const hasHabit = usualMonths.opens.length + usualMonths.closes.length > 0;
  const pays = [amounts.min, amounts.max, amounts.envelope, amounts.note, entry.fundedShare];
  const checks: readonly (readonly [boolean, string, string])[] = [
    [
      windows.length === 0 && entry.rhythm !== 'permanent' && !hasHabit,
      'ni date, ni rythme, ni mois habituel',
      'Donnez une période lue chez le financeur, ou les mois habituels.',
    ],
    [
      territory.scope !== 'national' && territory.scope !== 'other' && territory.codes.length === 0,
      'territoire sans code',
      'Ajoutez les codes des régions, départements ou communes concernés.',
    ],
    [
      pays.every((value) => value === undefined) && !WITHOUT_AMOUNT.includes(entry.kind),
      'rien sur ce qu’il verse',
      'Donnez un montant ou une part, ou écrivez dans « Précisions » ce que le financeur en dit.',
    ],
    [
      entry.officialUrl === undefined && entry.formUrl === undefined && contact === undefined,
      'pas d’adresse où demander',
      'Donnez la page officielle ou le formulaire, ou le site du financeur sur sa fiche.',
    ],
  ];
  return checks.flatMap(([missing, why, remedy]) => (missing ? { why, remedy } : []));
}

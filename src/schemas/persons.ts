/** « Mme Durand », « M. Le Goff »: a title before a capital. Words alone tell no name from a town. */
const TITLED = /(?:^|[^\p{L}\d])(?:M\.|MM\.|Mr|Mme|Mmes|Mlle|Madame|Monsieur|Mademoiselle)[\s\u00a0]+\p{Lu}/u;
const MAILBOX = /[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.\p{L}{2,}/u;
/** A French number, with or without its signs: `06 12 34 56 78`, `+33 6 12…`. */
const NUMBER = /(?:^|\D)(?:0|(?:\+|00)33[\s\u00a0.]?(?:\(0\))?)[1-9](?:[\s\u00a0.-]?\d{2}){4}(?!\d)/;

/** True when a public text holds what leads to somebody: a titled name, an e-mail address, a telephone number. */
export const holdsPerson = (text: string): boolean => [TITLED, MAILBOX, NUMBER].some((sign) => sign.test(text));

/** What is said against it. */
const NOBODY = {
  expected: 'un texte sans nom de personne, sans adresse e-mail et sans numéro de téléphone',
  remedy:
    'Retirez ce nom, cette adresse ou ce numéro, et nommez plutôt la cantine : cette page est publique. On vous joint par l’adresse partagée du champ « Contact ».',
} as const;

/** The rule of a text that anyone may read: nobody is in it. */
export const nobodyIn = <K extends string>(field: K) =>
  ({
    fields: [field],
    path: [field],
    holds: (entry: Readonly<Partial<Record<K, string>>>) => !holdsPerson(entry[field] ?? ''),
    quotes: true,
    ...NOBODY,
  }) as const;

/** The same, of the Markdown below the front matter. */
export const NOBODY_BELOW = { holds: (text: string) => !holdsPerson(text), ...NOBODY } as const;

import { keyOf } from '#places/normalise.ts';
import type { Opportunity } from '#schemas/opportunities.ts';
import type { Aid } from './aid.ts';
import { aidText } from './markdown.ts';

type Rhythm = Opportunity['rhythm'];

/** The recurrences that the API documents, by their labels and their slugs. */
const RHYTHMS: Readonly<Record<string, Rhythm>> = {
  [keyOf('Permanente')]: 'permanent',
  [keyOf('ongoing')]: 'permanent',
  [keyOf('Ponctuelle')]: 'one-off',
  [keyOf('oneoff')]: 'one-off',
};
const RECURRING = new Set([keyOf('Récurrente'), keyOf('recurring')]);

/** What comes back, some words before how often: a yearly budget or a monthly report says nothing of the aid. */
const COMING =
  "(?:appel|campagne|concours|prix|édition|session|dépôt|commission|comité|relève|dispositif|programme|aide|subvention|fonds)s? (?:(?!budget|rapport|bilan|compte|chiffre|revenu)[\\p{L}’']+ ){0,6}";
const SEVERAL = new RegExp(
  `(?:deux|trois|quatre|plusieurs|[2-9]) (?:fois|sessions|campagnes|appels|comités|vagues|relèves|dépôts|commissions)[^.;]{0,24}(?:par|l[’']|dans l[’'])\\s?(?:an|année)(?!\\p{L})|${COMING}(?:semestriel|trimestriel|mensuel)|(?:chaque|tous les) (?:trimestre|semestre|mois|deux mois)`,
  'iu',
);
const ANNUAL = new RegExp(
  `chaque (?:année|an|automne|hiver|printemps|été)(?!\\p{L})|tous les ans|${COMING}annuel|une fois (?:par|l[’'])\\s?an(?!\\p{L})|(?:campagne|édition) (?:de )?20\\d\\d`,
  'iu',
);

/** How often an aid comes back: `recurring` when nothing says how often. */
export function rhythmOf(aid: Aid): Rhythm {
  const recurrence = keyOf(aid.recurrence ?? '');
  if (!RECURRING.has(recurrence)) return RHYTHMS[recurrence] ?? 'unknown';
  const text = [aid.name, aid.description, aid.eligibility, aid.subvention_comment]
    .map((each) => aidText(each ?? ''))
    .join(' ');
  if (SEVERAL.test(text)) return 'several';
  return ANNUAL.test(text) ? 'annual' : 'recurring';
}

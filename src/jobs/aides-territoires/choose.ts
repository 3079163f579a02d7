import { formatDate } from '#domain/date-words.ts';
import type { Aid } from './aid.ts';
import { subThemes } from './categories.ts';
import { FAR } from './far.ts';
import { aidText } from './markdown.ts';
import { NEAR } from './near.ts';
import type { Subject } from './subject.ts';
import { expressions, firstIn, quoteFirst, wordsOf, type Expressions } from './words.ts';

/** Why an aid cannot fit a cantine. */
export const REFUSALS = {
  'not-live': 'plus en ligne',
  closed: 'déjà close',
  audience: 'pas pour les associations',
  charged: 'service payant',
  far: 'loin de ce que fait une cantine',
} as const;
export type AidRefusal = keyof typeof REFUSALS;

/** Whether an aid is kept, and why, as an editor reads it. */
export interface Choice {
  /** Undefined when it is kept. */
  refusal: AidRefusal | undefined;
  /** « catégorie « Alimentation » », « titre « repas » »: what weighed most first. */
  reasons: readonly string[];
  /** The other trade that an aid is left for. */
  trade?: string;
}

interface Evidence {
  weight: number;
  reason: string;
  subject: Subject;
  field: Field;
}

type Field = 'programme' | 'catégorie' | 'titre' | 'destinataires' | 'texte';

/** What each field weighs: fields that are chosen from a list first, then the words of a title, descriptions last. */
const WEIGHTS = { programme: 4, title: 4, category: 3, recipients: 3, weak: 1, text: 1 } as const;
/** From here an aid is kept. */
const ENOUGH = 2;
/** What a description may add to one side. */
const MOST_OF_TEXT = 2;

const ASSOCIATIONS = expressions('association');
/** Recipients that leave no room for an association, as a text says them. */
const ONLY_OTHERS =
  /(?:uniquement|exclusivement|réservée?s? aux|seules? les|seuls les)\b[^.]{0,40}\b(?:communes|collectivités|intercommunalités|entreprises|agriculteurs|particuliers)|(?:communes|collectivités|intercommunalités|entreprises|agriculteurs)\s+(?:uniquement|exclusivement)/i;

/** Whether an aid may fit a cantine. With `all`, every open aid for associations does. */
export function choose(aid: Aid, today: string, all = false): Choice {
  if (!aid.is_live) return refused('not-live');
  const { submission_deadline: closesOn } = aid;
  if (closesOn !== null && closesOn < today) return refused('closed', `depuis le ${formatDate(closesOn)}`);
  const recipients = wordsOf(aid.targeted_audiences.join(' '));
  if (firstIn(recipients, ASSOCIATIONS) === undefined) return refused('audience', aid.targeted_audiences.join(', '));
  if (all) return { refusal: undefined, reasons: ['destinataires associations'] };
  if (aid.is_charged === true) return refused('charged');
  const eligibility = aidText(aid.eligibility ?? '');
  const [others] = ONLY_OTHERS.exec(eligibility) ?? [];
  if (others !== undefined && firstIn(wordsOf(eligibility), ASSOCIATIONS) === undefined)
    return refused('audience', `« ${others} »`);
  return weigh(aid, eligibility);
}

const refused = (refusal: AidRefusal, ...reasons: string[]): Choice => ({ refusal, reasons });

function weigh(aid: Aid, eligibility: string): Choice {
  const far = [...ofFields(aid, FAR), ...ofText(eligibility, FAR, 'destinataires', WEIGHTS.recipients).slice(0, 1)];
  const near = beside(far, ofFields(aid, NEAR));
  const score = sum(near) - sum(far);
  // A description decides between the two only when the rest hesitates.
  if (Math.abs(score - ENOUGH + 0.5) < MOST_OF_TEXT) {
    const text = aidText(aid.description ?? '');
    near.push(...beside(far, ofText(text, NEAR, 'texte', WEIGHTS.text)).slice(0, MOST_OF_TEXT));
    far.push(...ofText(text, FAR, 'texte', WEIGHTS.text).slice(0, MOST_OF_TEXT));
  }
  if (sum(near) - sum(far) >= ENOUGH)
    return { refusal: undefined, reasons: ['destinataires associations', ...told(near)] };
  const [trade] = byWeight(far);
  return trade
    ? { refusal: 'far', reasons: told(far), trade: trade.subject.name }
    : refused('far', 'rien n’y dit ce que fait une cantine');
}

/** Beside a title that tells another trade, words that any trade may say weigh little, and nothing in a description. */
function beside(far: readonly Evidence[], near: Evidence[]): Evidence[] {
  if (!far.some(({ field }) => field === 'titre')) return near;
  return near.flatMap((each) => {
    if (!each.subject.isContext || !['titre', 'texte'].includes(each.field)) return each;
    return each.field === 'titre' ? { ...each, weight: WEIGHTS.weak } : [];
  });
}

const sum = (evidence: readonly Evidence[]): number => evidence.reduce((total, { weight }) => total + weight, 0);

/** The strongest of each field, and one point when another subject of the same side agrees. */
function ofFields(aid: Aid, subjects: readonly Subject[]): Evidence[] {
  // A kind of money that only one trade asks for tells as a category does.
  const categories = [...subThemes(aid.categories), ...aid.aid_types].map((label) => ({
    label,
    words: wordsOf(label),
  }));
  const ofCategories = subjects.flatMap((subject) => {
    const holds = (list: Expressions) => categories.find(({ words }) => firstIn(words, list) !== undefined);
    const strong = holds(subject.categories);
    const found = strong ?? holds(subject.weak);
    const weight = strong ? WEIGHTS.category : WEIGHTS.weak;
    return found ? { weight, reason: `catégorie « ${found.label} »`, subject, field: 'catégorie' as const } : [];
  });
  return [
    ...strongest(of(aid.programs.join(' / '), subjects, 'programmes', 'programme', WEIGHTS.programme)),
    ...strongest(ofCategories),
    ...strongest(ofText(aid.name, subjects, 'titre', WEIGHTS.title)),
  ];
}

function strongest(evidence: readonly Evidence[]): Evidence[] {
  const [first, second] = byWeight(evidence);
  return first ? [first, ...(second ? [{ ...second, weight: WEIGHTS.weak }] : [])] : [];
}

const ofText = (text: string, subjects: readonly Subject[], field: Field, weight: number): Evidence[] =>
  of(text, subjects, 'words', field, weight);

function of(
  text: string,
  subjects: readonly Subject[],
  list: 'programmes' | 'words',
  field: Field,
  weight: number,
): Evidence[] {
  const words = wordsOf(text);
  return subjects.flatMap((subject) => {
    const found = quoteFirst(text, words, subject[list]);
    return found === undefined ? [] : { weight, reason: `${field} « ${found} »`, subject, field };
  });
}

const byWeight = (evidence: readonly Evidence[]): Evidence[] => evidence.toSorted((a, b) => b.weight - a.weight);

const told = (evidence: readonly Evidence[]): string[] => [...new Set(byWeight(evidence).map(({ reason }) => reason))];

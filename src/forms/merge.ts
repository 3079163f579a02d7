import { fold } from '#domain/fold.ts';
import { count } from '#domain/numbers.ts';
import {
  blankPerson,
  isUnanswered,
  valueAt,
  withAnswer,
  type AnswerPlace,
  type FormAnswers,
  type Texts,
} from './answers.ts';
import { peopleOf, type FieldSpec, type FormSpec } from './spec.ts';

/** One question to which two files of answers say two things. */
export interface Conflict {
  place: AnswerPlace;
  field: FieldSpec;
  /** « Personne 2 », when it is asked of several. */
  who?: string;
  mine: string;
  theirs: string;
}

/** Two files of answers in one. */
export interface Merge {
  /** All that either says; mine where they differ. */
  answers: FormAnswers;
  conflicts: readonly Conflict[];
  /** The people whom only the other file presents. */
  joined: number;
  /** The other answers that only the other file has. */
  filled: number;
}

/** What is kept of two answers. */
export type Choice = 'mine' | 'theirs' | 'both';

/**
 * Puts together the answers of this page and those of a team-mate: no answer of either is lost. A person is the same
 * by all the answers, else by the e-mail, else by the name when one of the two has no e-mail.
 * @returns the sentence that tells why not, when the people would be too many
 */
export function mergeAnswers(spec: FormSpec, mine: FormAnswers, theirs: FormAnswers): Merge | { refused: string } {
  const group = peopleOf(spec);
  const { people, twins, joined } = mergePeople(spec, mine.people, theirs.people);
  const most = group?.max ?? 0;
  if (people.length > most) {
    return {
      refused: `Réunies, les deux fiches présentent ${count(people.length, 'personne')}, et il y a place pour ${most} : retirez d’abord ici celles qui n’en sont plus. Vos réponses n’ont pas changé.`,
    };
  }
  let answers: FormAnswers = { ...mine, people };
  const conflicts: Conflict[] = [];
  let filled = 0;
  const meet = (place: AnswerPlace, field: FieldSpec, other: string) => {
    const own = valueAt(answers, place);
    if (other.trim() === '' || other.trim() === own.trim()) return;
    if (own.trim() === '') {
      filled++;
      answers = withAnswer(answers, place, other);
      return;
    }
    const who = place.person === undefined ? {} : { who: `${group?.label ?? ''} ${place.person + 1}` };
    conflicts.push({ place, field, ...who, mine: own, theirs: other });
  };
  for (const person of people.keys()) {
    const twin = theirs.people[twins.get(person) ?? -1];
    for (const field of group?.fields ?? []) meet({ person, name: field.name }, field, twin?.[field.name] ?? '');
  }
  for (const field of spec.steps.flatMap(({ fields }) => fields))
    meet({ name: field.name }, field, theirs.texts[field.name] ?? '');
  return { answers, conflicts, joined, filled };
}

/** The people of both: mine where they were, those that only the other file has in the blank places, then after. */
function mergePeople(spec: FormSpec, mine: readonly Texts[], theirs: readonly Texts[]) {
  const people = [...mine];
  /** Index among mine → index among theirs. */
  const twins = new Map<number, number>();
  const found = new Set<number>();
  for (const isSame of [sameAnswers, sameEmail, sameName]) {
    for (const [index, other] of theirs.entries()) {
      if (found.has(index) || isUnanswered(other)) continue;
      const twin = mine.findIndex((one, at) => !twins.has(at) && isSame(spec, one, other));
      if (twin === -1) continue;
      twins.set(twin, index);
      found.add(index);
    }
  }
  const others = theirs.filter((other, index) => !found.has(index) && !isUnanswered(other));
  for (const other of others) {
    const blank = people.findIndex(isUnanswered);
    people.splice(blank === -1 ? people.length : blank, blank === -1 ? 0 : 1, { ...blankPerson(spec), ...other });
  }
  return { people, twins, joined: others.length };
}

/** What the first question of that kind was answered, as two spellings of it have in common. */
function saidAs(spec: FormSpec, kind: FieldSpec['kind'], person: Texts): string {
  const field = peopleOf(spec)?.fields.find((one) => one.kind === kind);
  return fold((field && person[field.name]) ?? '')
    .replace(/[\s-]+/g, ' ')
    .trim();
}

const sameAnswers = (_: FormSpec, one: Texts, other: Texts): boolean =>
  Object.entries(other).every(([name, text]) => text.trim() === one[name]?.trim());

function sameEmail(spec: FormSpec, one: Texts, other: Texts): boolean {
  const email = saidAs(spec, 'email', one);
  return email !== '' && email === saidAs(spec, 'email', other);
}

function sameName(spec: FormSpec, one: Texts, other: Texts): boolean {
  const name = saidAs(spec, 'line', one);
  const isUnsure = saidAs(spec, 'email', one) === '' || saidAs(spec, 'email', other) === '';
  return name !== '' && isUnsure && name === saidAs(spec, 'line', other);
}

/** Whether two answers may stand one after the other. */
export const mayKeepBoth = ({ field }: Conflict): boolean => field.kind === 'text';

/** The answers once it is known what is kept of each conflict, in their order. */
export const withChoices = ({ answers, conflicts }: Merge, choices: readonly Choice[]): FormAnswers =>
  conflicts.reduce(
    (kept, conflict, index) => withAnswer(kept, conflict.place, chosen(conflict, choices[index])),
    answers,
  );

/**
 * What comes of the choices that were made between two files, when mine went on being written meanwhile: the answers
 * put together, or what is to be chosen now, when it is no longer the same.
 */
export function settle(
  spec: FormSpec,
  { mine, theirs }: Record<'mine' | 'theirs', FormAnswers>,
  asked: Pick<Merge, 'conflicts'>,
  choices: readonly Choice[],
): { merge: Merge; answers?: FormAnswers } | { refused: string } {
  const merge = mergeAnswers(spec, mine, theirs);
  if ('refused' in merge) return merge;
  const isSame = JSON.stringify(merge.conflicts) === JSON.stringify(asked.conflicts);
  return isSame ? { merge, answers: withChoices(merge, choices) } : { merge };
}

function chosen({ mine, theirs }: Conflict, choice: Choice = 'mine'): string {
  return choice === 'both' ? `${mine}\n\n${theirs}` : choice === 'theirs' ? theirs : mine;
}

import { fold } from '#domain/fold.ts';
import { normalise, withoutElisions } from './normalise.ts';

/** What a typed text asks for. */
export interface Question {
  /** The words that tell pages apart, in their order, each once. */
  words: string[];
  /** True when it is asked in a sentence: « faut-il réserver », « combien coûte un repas ? ». */
  isAsked: boolean;
}

/** The words of a list on one or several lines. */
export const wordsIn = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What opens a question, folded. */
const ASKING = wordsIn('combien comment pourquoi quand quel quelle quels quelles qui quoi que qu ou lequel laquelle');

/** Verbs that ask, or that help another, alone or before a pronoun (`faut-il`, `peut-on`), folded. */
const VERBS = wordsIn(`
  est sont suis es sommes etes etait sera serait ai as a avons avez ont aura
  faut faudra peut peux puis pouvez pouvons peuvent pourrait dois doit devons devez doivent
  veut veux voulez vais va allons allez vont fait font faire faites sait savez sais savoir
  dire parle existe trouve passe passer`);

/** Words of French that every page says, folded. */
const EMPTY = wordsIn(`
  un une le la les l de des du d au aux et ou en y dans par pour sur sous avec sans chez vers entre
  ce cet cette ces c ca cela ceci celui celle ceux mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
  je j tu t il elle on nous vous ils elles me m te se s lui eux moi toi soi qui que qu quoi dont ne n pas plus
  tres trop assez aussi alors donc si comme mais etre avoir ete tout toute tous toutes meme autre autres
  bien quelque quelques chaque rien personne quelqu aupres afin ainsi car lors puis
  bonjour merci svp`);

const PRONOUN = /-(?:t-)?(?:je|tu|il|elle|on|nous|ils|elles|ce|moi|toi|y)$/;

/** The verb of a question without its pronoun; « rendez-vous » is a word. */
const withoutPronoun = (word: string): string => word.replace(PRONOUN, '').replace(/^(?!rendez-)(.*)-vous$/, '$1');

/** A count is a figure: the pages say « nombre ». */
const COUNTING =
  /\bcombien\s+(?:y\s+a-t-il\s+)?(?:de|d')\s*(?=cantines?\b|repas\b|convives?\b|adhérents?\b|bénévoles?\b|projets?\b)/giu;

const FORMULA =
  /(^|\s)(?:y\s+a-t-il|est[- ]ce(?:\s+qu[ei]?)?|(?:ma|mon|notre|votre)\s+(?:ville|village|commune|quartier|région))(?=\s|$)/giu;

interface TypedWord {
  word: string;
  /** Folded, without a pronoun. */
  key: string;
  /** True when a pronoun came after it: « faut-il ». */
  isTurned: boolean;
}

function typedWords(text: string): TypedWord[] {
  const parts = withoutElisions(normalise(text).replace(COUNTING, 'combien nombre de ')).replace(FORMULA, '$1');
  return parts.split(/[\s,;:!?/()[\]«»"“”]+/).flatMap((part) => {
    const word = part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    const key = withoutPronoun(fold(word));
    return key === '' ? [] : [{ word: word.slice(0, key.length), key, isTurned: key !== fold(word) }];
  });
}

const isTelling = ({ key }: TypedWord): boolean => !EMPTY.has(key) && !ASKING.has(key) && !VERBS.has(key);

/** The words of a text that tell it from others, each once; all of them when none does. */
export function tellingWords(text: string): string[] {
  const all = typedWords(text);
  const telling = all.filter(isTelling);
  return [...new Set((telling.length > 0 ? telling : all).map(({ word }) => word))];
}

/** Reads what is typed: what it is about, and whether it is asked in a sentence. */
export function readQuestion(typed: string): Question {
  const typedKeys = typedWords(typed);
  const first = typedKeys[0]?.key ?? '';
  const isAsked =
    /\?\s*$|(?:^|\s)(?:y\s+a-t-il|(?:qu['’])?est[- ]ce)\s/i.test(typed) ||
    (typedKeys.length > 1 && ASKING.has(first)) ||
    (typedKeys.length > 2 && VERBS.has(first)) ||
    typedKeys.some(({ key, isTurned }) => isTurned && VERBS.has(key));
  return { words: tellingWords(typed), isAsked };
}

import type { EntryIndex, EntryPlace } from '#content/check/entry-index.ts';
import { entryPath } from '#content/routes.ts';
import { joinWords } from '#domain/french.ts';
import { count } from '#domain/numbers.ts';
import { dayInFrance } from '#domain/days.ts';
import { typeset } from '#domain/typography.ts';
import type { CollectionName } from '#schemas/index.ts';
import { tell } from '../dialog.ts';
import { frenchError } from '../errors.ts';
import { askRename, canRename, type RenameMeans } from '../removal/rename.ts';
import type { Change } from '../write/entries.ts';
import { gesturesOn } from './all.ts';
import { askAim, askAnswers, askWhich, type Aim } from './ask.ts';
import { Mistake, type Gesture, type Given } from './gesture.ts';
import { run } from './run.ts';

/** What gestures are made with. */
export interface Means extends RenameMeans {
  now: () => Date;
  /** True when the form of that entry is open and holds what is not saved. */
  isBeingWritten: (place: EntryPlace) => boolean;
  /** Tells what was done, and offers to undo it. */
  done: (title: string, told: string, undo?: () => Promise<void>) => void;
  /** Called when an entry has another name. */
  moved: (from: EntryPlace, to: EntryPlace) => void;
}

/** Where one comes from: a list, an entry, a line of the board that names its gesture. */
export interface From {
  collection?: CollectionName | undefined;
  slug?: string | undefined;
  gesture?: string | undefined;
}

/** From the choice of a gesture to the entry that is written; what goes wrong is told. */
export async function makeGesture(means: Means, from: From): Promise<void> {
  try {
    const index = await means.index();
    const today = dayInFrance(means.now());
    const aim = await aimFrom(means, index, from, today);
    if (aim === 'rename') await rename(means, from as EntryPlace);
    else if (aim) await carryOut(means, index, aim, today);
  } catch (error) {
    await tell({ title: 'Rien n’est fait', paragraphs: [frenchError(error)] });
  }
}

const RENAME = { id: 'renommer', label: 'Changer l’adresse de sa page' } as const;

async function aimFrom(
  { entries }: Means,
  index: EntryIndex,
  { collection, slug, gesture }: From,
  today: string,
): Promise<(Aim & { isByAddress?: boolean }) | 'rename' | undefined> {
  if (collection === undefined || slug === undefined) return askAim(index, collection);
  const place = { collection, slug };
  const { answers } = await entries.read(place);
  const fitting = gesturesOn(collection, answers, today);
  const named = fitting.find(({ id }) => id === gesture);
  if (named) return { gesture: named, collection, slugs: [slug], isByAddress: true };
  const chosen = await askWhich(titleIn(index, place), [...fitting, ...(canRename(collection) ? [RENAME] : [])]);
  if (!chosen) return undefined;
  return chosen === RENAME ? 'rename' : { gesture: chosen as Gesture, collection, slugs: [slug] };
}

async function rename(means: Means, place: EntryPlace): Promise<void> {
  if (means.isBeingWritten(place)) throw new Mistake(OPEN);
  const slug = await askRename(means, place);
  if (slug === undefined) return;
  means.moved(place, { ...place, slug });
  const address = entryPath(place.collection, slug);
  means.done(address, typeset(`La page a changé d’adresse : ${address}`));
}

async function carryOut(
  means: Means,
  index: EntryIndex,
  aim: Aim & { isByAddress?: boolean },
  today: string,
): Promise<void> {
  const { entries, isBeingWritten, done } = means;
  const { gesture, collection, slugs } = aim;
  const titles = slugs.map((slug) => titleIn(index, { collection, slug }));
  const open = slugs.find((slug) => isBeingWritten({ collection, slug }));
  if (open !== undefined) throw new Mistake(OPEN);
  const [first] = slugs;
  if (first === undefined) return;
  const { answers } = await entries.read({ collection, slug: first });
  if (slugs.length === 1 && !gesture.fits(answers, today)) throw new Mistake(UNFIT);
  const title = slugs.length === 1 ? (titles[0] ?? first) : count(slugs.length, 'fiche');
  let changes: Change[] = [];
  let told = '';
  const make = async (given: Given) => {
    changes = await run(gesture, { entries, index, today }, { collection, slugs, given });
    told = gesture.told(given, answers);
  };
  // Nothing to ask: it is done at once, and may be undone. An address, which anyone may send, does nothing by itself.
  if (gesture.asks(answers, today).length === 0 && aim.isByAddress !== true) await make({});
  else await askAnswers({ gesture, title, answers, today }, make);
  if (changes.length === 0) return;
  const names = joinWords(titles.slice(0, MOST_NAMED).map((each) => `« ${each} »`));
  const more = titles.length > MOST_NAMED ? `, et ${count(titles.length - MOST_NAMED, 'autre')}` : '';
  done(title, typeset(`${names}${more} : ${told}.`), () =>
    entries.undo(changes, `Défait : ${gesture.label.replace(/…/g, '')}`),
  );
}

/** How many titles a sentence names. */
const MOST_NAMED = 3;

const OPEN =
  'Cette fiche est ouverte et votre texte n’est pas enregistré : publiez-le ou quittez-le d’abord. Rien n’est changé.';

const UNFIT = 'Ce geste ne convient pas à cette fiche aujourd’hui : ouvrez-la pour la changer. Rien n’est changé.';

const titleIn = (index: EntryIndex, { collection, slug }: EntryPlace): string =>
  index[collection]?.[slug]?.title ?? slug;

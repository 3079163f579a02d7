import { typeset } from '#domain/typography.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { askForm, typedIn } from '../dialog.ts';
import { button, choice, element, field, paragraph } from '../elements.ts';
import type { Answers } from '../versions/answers.ts';
import { gesturesOf } from './all.ts';
import { entryChooser } from './choose.ts';
import type { EntryIndex } from '#content/check/entry-index.ts';
import { Mistake, type Asked, type Gesture, type Given } from './gesture.ts';

/** A gesture on entries of a collection. */
export interface Aim {
  gesture: Gesture;
  collection: CollectionName;
  slugs: readonly string[];
}

/** The collections whose entries have gestures, in the order of the CMS. */
const withGestures = (index: EntryIndex): CollectionName[] =>
  (Object.keys(collections) as CollectionName[]).filter(
    (name) => gesturesOf(name).length > 0 && Object.keys(index[name] ?? {}).length > 0,
  );

/**
 * Asks what to do, and to which entries.
 * @param from the collection that is looked at, chosen at first
 */
export async function askAim(index: EntryIndex, from: CollectionName | undefined): Promise<Aim | undefined> {
  const names = withGestures(index);
  let aim: Aim | undefined;
  const where = choice(
    'collection',
    names.map((name) => [name, collections[name].label]),
  );
  if (from && names.includes(from)) where.value = from;
  const what = element('div', '');
  const which = element('div', '');
  let gesture: HTMLSelectElement;
  let chosen: () => string[] = () => [];
  const collection = () => where.value as CollectionName;
  const drawEntries = () => {
    const many = gesturesOf(collection()).find(({ id }) => id === gesture.value)?.many ?? false;
    const chooser = entryChooser(index[collection()] ?? {}, { many });
    chosen = chooser.chosen;
    which.replaceChildren(chooser.element);
  };
  const drawGestures = () => {
    gesture = choice(
      'gesture',
      gesturesOf(collection()).map(({ id, label }) => [id, label]),
    );
    gesture.addEventListener('change', drawEntries);
    what.replaceChildren(field('Que faire ?', gesture));
    drawEntries();
  };
  where.addEventListener('change', drawGestures);
  drawGestures();
  await askForm({
    title: 'Un geste, sans ouvrir la fiche',
    content: [field('Dans', where), what, which],
    accept: 'Continuer',
    send: () => {
      const made = gesturesOf(collection()).find(({ id }) => id === gesture.value);
      const slugs = chosen();
      if (!made || slugs.length === 0) throw new Mistake('Choisissez au moins une fiche dans la liste.');
      aim = { gesture: made, collection: collection(), slugs };
    },
  });
  return aim;
}

/** Asks which of these to do, each by its button; undefined when none is chosen. */
export async function askWhich<T extends { label: string }>(
  title: string,
  offered: readonly T[],
): Promise<T | undefined> {
  let chosen: T | undefined;
  const buttons = offered.map((each) =>
    button(typeset(each.label), () => {
      chosen = each;
      buttons[0]?.closest('dialog')?.close();
    }),
  );
  const content =
    offered.length === 0
      ? [paragraph('Aucun geste ne convient à cette fiche aujourd’hui : ouvrez-la pour la changer.')]
      : [element('p', 'cms-gestures', ...buttons)];
  await askForm({ title: typeset(`« ${title} »`), content });
  return chosen;
}

/**
 * Asks what a gesture needs to know, and makes it.
 * @param make what it throws is told, and the form stays
 */
export function askAnswers(
  { gesture, title, answers, today }: { gesture: Gesture; title: string; answers: Answers; today: string },
  make: (given: Given) => Promise<void>,
): Promise<boolean> {
  const controls = gesture.asks(answers, today).map((asked) => [asked, control(asked)] as const);
  const shortcuts = (gesture.shortcuts?.(today) ?? []).map(({ label, fills }) =>
    button(typeset(label), () => {
      for (const [{ name }, input] of controls) input.value = fills[name] ?? input.value;
      // What remains is to send it.
      shortcuts[0]?.closest('form')?.querySelector<HTMLElement>('button:not([type=button])')?.focus();
    }),
  );
  return askForm({
    title: typeset(`${gesture.label.replace(/ du… au…|…$/, '')} : ${title}`),
    content: [
      ...(shortcuts.length > 0 ? [element('p', 'cms-shortcuts', ...shortcuts)] : []),
      ...controls.map(([{ label, hint }, input]) => hinted(field(label, input), input, hint)),
    ],
    accept: typeset(gesture.label.replace(/ du… au…| jusqu’au…/, '')),
    send: (form) => make(Object.fromEntries([...form.keys()].map((name) => [name, typedIn(form, name)]))),
  });
}

function control({ name, kind, value, required }: Asked): HTMLInputElement {
  const input = element('input', '');
  Object.assign(input, { type: kind, name, value, required, autocomplete: 'off' });
  return input;
}

function hinted(label: HTMLElement, input: HTMLInputElement, hint: string | undefined): HTMLElement {
  if (hint === undefined) return label;
  const words = element('span', 'cms-hint', typeset(hint));
  words.id = `cms-hint-${input.name}`;
  input.setAttribute('aria-describedby', words.id);
  return element('div', '', label, words);
}

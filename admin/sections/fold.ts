import { typeset } from '#domain/typography.ts';
import type { CollectionName } from '#schemas/index.ts';
import { topBoxes } from '../check/form-fields.ts';
import { placeIn } from '../desk/place.ts';
import { button, element } from '../elements.ts';
import type { OpenForm } from '../versions/open-form.ts';
import { filledIn } from '../widgets/filled.ts';
import { isNeeded, type Section } from './sections.ts';
import { HEADING } from './unfold.ts';

/**
 * Folds the fields of Decap's forms by subject: a heading of ours stands before the first field of a section, and says
 * what is filled in it. The boxes of the fields stay Decap's: they are hidden, and shown again.
 */
export class Sections {
  readonly #form: OpenForm;
  readonly #of: (collection: CollectionName) => readonly Section[];
  /** The sections that an editor unfolded, by collection: they are so in the next entry too. */
  readonly #unfolded = new Set<string>();

  constructor(root: HTMLElement, form: OpenForm, of: (collection: CollectionName) => readonly Section[]) {
    this.#form = form;
    this.#of = of;
    new MutationObserver(() => this.#draw(root)).observe(root, { childList: true, subtree: true });
  }

  #draw(root: HTMLElement): void {
    const { collection } = placeIn(location.hash);
    const boxes = collection && topBoxes(root);
    if (!boxes) return;
    const kept = new Set<Element>();
    for (const section of this.#of(collection)) {
      const own = section.fields.flatMap(({ name }) => boxes.get(name) ?? []);
      const [first] = own;
      if (!first) continue;
      const above = first.previousElementSibling;
      if (above?.classList.contains(HEADING)) kept.add(above);
      else kept.add(this.#head(section, own, `${collection} ${section.title}`));
    }
    for (const heading of root.getElementsByClassName(HEADING)) if (!kept.has(heading)) heading.remove();
  }

  #head(section: Section, boxes: readonly HTMLElement[], name: string): Element {
    const told = element('span', '');
    const fold = button(typeset(section.title), () => {
      const isFolded = fold.getAttribute('aria-expanded') === 'true';
      if (isFolded) this.#unfolded.delete(name);
      else this.#unfolded.add(name);
      show(!isFolded);
    });
    fold.append(told);
    const show = (isShown: boolean) => {
      fold.setAttribute('aria-expanded', String(isShown));
      told.textContent = isShown ? '' : filledIn(section.fields, this.#form.draft?.data ?? {});
      for (const box of boxes) {
        box.dataset['section'] = section.title;
        box.hidden = !isShown;
      }
    };
    show(this.#unfolded.has(name) || isNeeded(section, this.#form.draft?.data ?? {}));
    const heading = element('h2', HEADING, fold);
    boxes[0]?.before(heading);
    return heading;
  }
}

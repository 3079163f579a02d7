import { AlignmentType, LevelFormat, type ILevelsOptions } from 'docx';
import type { List, ListItem } from 'mdast';

/** Word numbers nine levels. */
export const LEVELS = 9;
const STEP = 400;
const HANGING = 320;

/** Where the text of a list of that level stands, in twentieths of a point. */
export const indentOf = (level: number): number => STEP * (Math.min(level, LEVELS - 1) + 1);

const BULLETS = 'puces';
const BOXES = { empty: 'cases', ticked: 'cases-cochees' } as const;

const levelsOf = (mark: (level: number) => Pick<ILevelsOptions, 'format' | 'text' | 'start'>): ILevelsOptions[] =>
  Array.from({ length: LEVELS }, (_, level) => ({
    level,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: indentOf(level), hanging: HANGING } } },
    ...mark(level),
  }));

const marked = (reference: string, signs: readonly string[]) => ({
  reference,
  levels: levelsOf((level) => ({ format: LevelFormat.BULLET, text: signs[level % signs.length] ?? '•' })),
});

/** The lists of one document: each ordered list counts by itself, from its own first number. */
export class Numbering {
  readonly #ordered: { reference: string; levels: ILevelsOptions[] }[] = [];

  /** The numbering of a list; a new one for each ordered list. */
  referenceOf({ ordered, start }: List): string {
    if (!ordered) return BULLETS;
    const reference = `ordre-${this.#ordered.length + 1}`;
    const levels = levelsOf((level) => ({
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      start: start ?? 1,
    }));
    this.#ordered.push({ reference, levels });
    return reference;
  }

  /** A box to tick stands in the place of the mark. */
  ofItem({ checked }: ListItem, reference: string): string {
    if (typeof checked !== 'boolean') return reference;
    return checked ? BOXES.ticked : BOXES.empty;
  }

  /** All that the document declares, once it is read. */
  get config() {
    return [marked(BULLETS, ['•', '–']), marked(BOXES.empty, ['☐']), marked(BOXES.ticked, ['☑']), ...this.#ordered];
  }
}

/** Sizes of letters from which a sheet takes the largest that fits, in tenths of a millimetre. */
export const TEXT_SIZES = [90, 85, 80, 75, 70, 66, 62, 58, 54, 50, 46, 42, 38, 34, 31, 28] as const;
export const NAME_SIZES = [290, 240, 200, 170, 140, 120, 100, 80] as const;

/**
 * Widths and heights of the sheet's parts, in millimetres: those of Poster.astro, less a margin for what is only
 * estimated.
 */
const COLUMN = { width: 119, height: 172 };
const PLATE = { width: 160, height: 62 };

/** Where a slip for the door says its name: DoorSlip.astro, under the line of the network. */
export const SLIP = { width: 148, height: 27 };

/** The average width of a sign and the height of a line, for one unit of the size of the letters. */
const TEXT = { sign: 0.48, line: 1.32 };
const NAME = { sign: 0.56, line: 1.03 };

/** The length of a word in signs of average width: a capital is wider. */
const lengthOf = (word: string): number => word.length + 0.6 * (word.match(/\p{Lu}/gu)?.length ?? 0);

/** How many lines words take when a line holds `room` signs; a word longer than that is broken. */
function linesOf(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/[ \n\t]+/)) {
    const length = lengthOf(word);
    if (used > 0 && used + 1 + length > room) {
      lines++;
      used = 0;
    }
    const broken = Math.ceil(length / room) - 1;
    lines += broken;
    used += (used > 0 ? 1 : 0) + length - broken * room;
  }
  return lines;
}

/** The largest size at which a name keeps its words whole, where it stands with the network and the lines of a place. */
export function nameSizeOf(
  name: string,
  place: readonly string[],
  { width, height } = PLATE,
): (typeof NAME_SIZES)[number] | undefined {
  const others = place.reduce((sum, line) => sum + linesOf(line, 44), 1);
  const left = height - 7.5 * others;
  const longest = Math.max(...name.split(/\s+/).map(lengthOf));
  return NAME_SIZES.find((size) => {
    const room = Math.floor(width / ((size / 10) * NAME.sign));
    return longest <= room && linesOf(name, room) * (size / 10) * NAME.line <= left;
  });
}

/** What stands in the column of a sheet, and the small line at its bottom. */
interface Column {
  status: string | undefined;
  headings: number;
  paragraphs: readonly string[];
  footer: string;
}

/** The largest size at which a column fits its sheet, or undefined when none does. */
export function textSizeOf({ status, headings, paragraphs, footer }: Column): (typeof TEXT_SIZES)[number] | undefined {
  const height = COLUMN.height - 4.7 * linesOf(footer, 95);
  return TEXT_SIZES.find((size) => {
    const letter = size / 10;
    const room = Math.floor(COLUMN.width / (letter * TEXT.sign));
    const lines = paragraphs.reduce((sum, text) => sum + linesOf(text, room), 0);
    // In heights of a letter, as in Poster.astro: what sets paragraphs apart, headings, the status in its larger
    // letters.
    const above = status ? linesOf(status, Math.floor(room / 1.6)) * 1.7 + 1.1 : 0;
    return letter * (lines * TEXT.line + paragraphs.length * 0.4 + headings * 3.2 + above) <= height;
  });
}

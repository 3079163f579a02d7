/** What a text may not hold as it is: hardly any has one of these signs. */
const DOUBTFUL = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;

/**
 * A text as every file that leaves the site may hold it: well-formed, one kind of line break, no other control, no
 * change of direction that would outlive its line. Content is refused before with such signs; what writes a calendar,
 * a card, a feed, a table, a document or an e-mail does not rely on it.
 */
export function plainText(text: string): string {
  if (!DOUBTFUL.test(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/^.*[\u202a-\u202e\u2066-\u2069].*$/gm, closed);
}

/** A line as it is when it closes what turns its direction, without such signs when it does not. */
function closed(line: string): string {
  const count = (signs: RegExp) => line.match(signs)?.length ?? 0;
  const isClosed =
    count(/[\u202a\u202b\u202d\u202e]/g) === count(/\u202c/g) && count(/[\u2066-\u2068]/g) === count(/\u2069/g);
  return isClosed ? line : line.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** The same on one line: a title, a name. */
export const plainLine = (text: string): string =>
  plainText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** The same for every text of an object or a list, whose shape it keeps. */
export function plainData<T>(value: T): T {
  if (typeof value === 'string') return plainText(value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => plainData(each)) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainData(each as unknown)])) as T;
}

const NBSP = '\u00a0';

/** A time of the day, `09:30` → `9 h 30`, `19:00` → `19 h`. */
export function formatTime(time: string): string {
  const [hours = '', minutes = ''] = time.split(':');
  return `${Number(hours)}${NBSP}h${minutes === '00' ? '' : NBSP + minutes}`;
}

/** With a capital, to begin a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A label inside a sentence. */
export const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `a, b et c`. */
export function joinWords(words: readonly string[], last = 'et'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A line of at most `length` signs, cut between words, with « … » when it is cut. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const end = Math.max(cut.lastIndexOf(' ', length - 1), length / 2);
  // An emoji is two units: no half of one is left.
  return `${cut
    .slice(0, end)
    .replace(/\p{Surrogate}$/u, '')
    .replace(/[\s,;:—–-]+$/, '')}…`;
}

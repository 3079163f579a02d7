import { escapeHtml } from '#domain/html.ts';
import { plainLine, plainText } from '#domain/plain-text.ts';

/**
 * Text that every reader of calendars and XML understands. Calendar programs trip over two signs that French does without: some read an escaped backslash before « n » as a line
 * break, some take a straight quote for their own. Their look-alikes stand for them.
 */
export function plain(text: string): string {
  return plainText(text)
    .replaceAll('\\', '＼')
    .replace(/"([^"]*)"/g, '«\u00a0$1\u00a0»')
    .replaceAll('"', '″')
    .trim();
}

/** The same on one line: a title, a name, a category. */
export const plainTitle = (text: string): string => plain(plainLine(text));

/** `Places : 12`; undefined without a value. */
export const labelled = (label: string, value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : `${label}\u00a0: ${value}`;

/** A line of plain text as a paragraph of HTML. */
export const paragraphOf = (line: string): string => `<p>${escapeHtml(line).replaceAll('\n', '<br>')}</p>`;

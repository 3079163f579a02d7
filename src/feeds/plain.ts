import { escapeHtml } from '#domain/html.ts';

/**
 * Text that every reader of calendars and XML understands: well-formed, one kind of line break, no other control.
 * Calendar programs trip over two signs that French does without: some read an escaped backslash before « n » as a line
 * break, some take a straight quote for their own. Their look-alikes stand for them.
 */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replaceAll('\\', '＼')
    .replace(/"([^"]*)"/g, '«\u00a0$1\u00a0»')
    .replaceAll('"', '″')
    .trim();
}

/** `Places : 12`; undefined without a value. */
export const labelled = (label: string, value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : `${label}\u00a0: ${value}`;

/** A line of plain text as a paragraph of HTML. */
export const paragraphOf = (line: string): string => `<p>${escapeHtml(line).replaceAll('\n', '<br>')}</p>`;

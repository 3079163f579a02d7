import { parse } from 'csv-parse/browser/esm/sync';
import { reach } from '#components/trouble.ts';
import { dayInFrance } from '#domain/days.ts';
import { download } from '#forms/download.ts';

/**
 * Gives the opportunities that are shown as a file, in their order: made from the feeds of the whole watch, so that
 * both say the same.
 * @throws when a feed does not come
 */
export async function keepAs(what: 'csv' | 'ics', slugs: readonly string[]): Promise<void> {
  const text = await textOf(`/financements.${what}`);
  if (what === 'csv') download('financements.csv', keepRows(text, slugs), 'text/csv;charset=utf-8');
  else download('financements.ics', keepEvents(text, slugs, dayInFrance(new Date())), 'text/calendar;charset=utf-8');
}

async function textOf(path: string): Promise<string> {
  // `text()` would drop the byte order mark that spreadsheets need.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await reach(path, (response) => response.arrayBuffer()));
}

/** The lines of a CSV of opportunities, by the slug in their last column, with its header and byte order mark. */
export function keepRows(csv: string, slugs: readonly string[]): string {
  const records = parse(csv, { delimiter: ';', bom: true, raw: true, relax_column_count: true }) as unknown as {
    record: string[];
    raw: string;
  }[];
  const [header, ...rows] = records;
  const bySlug = new Map(rows.map(({ record, raw }) => [slugOf(record), raw]));
  const bom = csv.startsWith('\ufeff') ? '\ufeff' : '';
  const kept = slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  return bom + [header?.raw.replace(/^\ufeff/, '') ?? '', ...kept].map((line) => `${line.trimEnd()}\r\n`).join('');
}

/** An opportunity is recognised by the address of its page. */
const slugOf = (record: readonly string[]): string | undefined =>
  record.flatMap((cell) => /\/financements\/([^/]+)\/$/.exec(cell)?.[1] ?? [])[0];

/**
 * The calendar with the events of these opportunities only, by their UID (`<slug>@…` or `<slug>.<n>@…`), and of days to
 * come; a usual month, which stands on its first day, lasts to its end.
 * @param today `YYYY-MM-DD`
 */
export function keepEvents(ics: string, slugs: readonly string[], today: string): string {
  const wanted = new Set(slugs);
  return ics.replace(/BEGIN:VEVENT\r\n[\s\S]*?END:VEVENT\r\n/g, (event) => {
    const unfolded = event.replace(/\r\n[ \t]/g, '');
    const [, slug = ''] = /^UID:([a-z0-9-]+)/m.exec(unfolded) ?? [];
    const [, day = ''] = /^DTSTART[^:]*:(\d{8})/m.exec(unfolded) ?? [];
    const since = /^STATUS:TENTATIVE$/m.test(unfolded) ? `${today.slice(0, 7)}-01` : today;
    return wanted.has(slug) && day >= since.replaceAll('-', '') ? event : '';
  });
}

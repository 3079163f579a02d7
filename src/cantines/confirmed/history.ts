import { join } from 'node:path';
import { hiddenBy } from '#content/check/entry.ts';
import { readFrontMatter } from '#content/check/front-matter.ts';
import { contentRoot } from '#content/root.ts';
import { readVersions, type FileVersion } from '#content/versions.ts';
import { lastDayOf } from '#domain/days.ts';
import { addToMonth, monthOf } from '#domain/months.ts';
import { cantines, type Cantine } from '#schemas/cantines.ts';
import { readEntry } from '#schemas/kit/index.ts';
import { site } from '#site.ts';
import { confirmedHours } from './hours.ts';
import { heldOn } from './share.ts';

/** What was so on the last day of a month, or on the last day that is known. */
export interface MonthShare {
  /** `YYYY-MM-DD` */
  on: string;
  open: number;
  held: number;
}

type Files = ReadonlyMap<string, readonly FileVersion[]>;

/** Month after month, what the files of the cantines said of their hours; empty without any. */
export function monthsOf(files: Files): MonthShare[] {
  const days = [...files.values()].flatMap((versions) => versions.map(({ on }) => on)).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const read = reader();
  const months: MonthShare[] = [];
  for (let month = monthOf(first); month <= monthOf(last); month = addToMonth(month, 1)) {
    const end = lastDayOf(month);
    const on = end < last ? end : last;
    const texts = [...files.values()].flatMap((versions) => versions.findLast((each) => each.on <= on)?.text ?? []);
    const hours = confirmedHours(texts.flatMap((text) => read(text) ?? []));
    months.push({ on, open: hours.open, held: heldOn(on, hours) });
  }
  return months;
}

/** Reads each text once, however many months it stood. */
function reader(): (text: string) => { data: Cantine } | undefined {
  const known = new Map<string, { data: Cantine } | undefined>();
  return (text) => {
    if (!known.has(text)) known.set(text, cantineOf(text));
    return known.get(text);
  };
}

/** What the schema asks of any cantine, and nothing here reads. */
const ANY = { title: 'x', summary: 'x', address: { addressLocality: 'x' } };

/** By the few fields that count here: the rest of an old version may be what today’s schema refuses. */
function cantineOf(text: string): { data: Cantine } | undefined {
  const { data } = readFrontMatter(text);
  if (!data || hiddenBy(data, true) !== undefined) return undefined;
  const { status, openingHours, confirmations, verifiedOn } = data;
  const wholeThenLess = [
    { ...ANY, status, openingHours, confirmations, verifiedOn },
    { ...ANY, status },
  ];
  const [entry] = wholeThenLess.flatMap((each) => readEntry(cantines, each).entry ?? []);
  return entry && { data: entry };
}

/** Of this site; empty in a trial without Git. */
export function siteMonths(): MonthShare[] {
  try {
    return monthsOf(readVersions(join(contentRoot, 'cantines')));
  } catch (error) {
    if (site.live) throw error;
    return [];
  }
}

/** What is kept of the official pages between two nights: no text, only a hash of it and the dates that it tells. */
import { z } from 'zod';
import type { MailJob } from '../mail/job.ts';
import { rememberedOf } from '../mail/memory.ts';
import type { StateFormat } from '../mail/state.ts';

const day = z.iso.date();
/** As `datesIn` writes them. */
const dates = z.array(z.string());

/** A page as it was one night. */
const reading = z.strictObject({
  on: day,
  /** The hash of its text; undefined when two readings of the same night were not the same. */
  text: z.string().optional(),
  dates,
  /** Those that only one of the two readings told. */
  unsure: dates.optional(),
});

const page = z.strictObject({
  /** The last one, and the one of the night before it: the newest last. */
  readings: z.array(reading).max(2),
  /** What the server calls that version. */
  etag: z.string().optional(),
  modified: z.string().optional(),
});

/** What the editors know of a page. */
const known = z.strictObject({
  /** The hashes of the texts that were told, the newest last. */
  texts: z.array(z.string()),
  dates,
});

const change = z.strictObject({
  url: z.string(),
  appeared: dates,
  went: dates,
});

const memory = z.strictObject({ pages: z.record(z.string(), known) });
const intent = z.strictObject({ messageId: z.string(), changes: z.array(change), after: memory });

const pagesState = z.strictObject({
  version: z.literal(1),
  pages: z.record(z.string(), page),
  recipients: z.record(z.string(), rememberedOf(memory, intent)),
});

export type Reading = z.output<typeof reading>;
export type Page = z.output<typeof page>;
export type Known = z.output<typeof known>;
/** What happened to a page; without any date, its text alone changed. */
export type PageChange = z.output<typeof change>;
export type Memory = z.output<typeof memory>;
export type Intent = z.output<typeof intent>;
export type PagesState = z.output<typeof pagesState>;

export const PAGES: MailJob = {
  title: 'Pages officielles',
  sends: 'de changements de pages',
  remembers: 'des pages officielles',
  variable: 'PAGES_STATE',
  forgetting: 'les pages seront alors relues comme pour la première fois, sans rien annoncer',
  remedy: 'Personne n’y lit ce qui change sur les pages officielles : corrigez-la',
};

export const NOTHING_READ: PagesState = { version: 1, pages: {}, recipients: {} };

export const PAGES_STATE: StateFormat<PagesState> = { job: PAGES, empty: NOTHING_READ, shapeOf: () => pagesState };

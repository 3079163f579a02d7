/** What is remembered of each recipient between two runs. Days are `YYYY-MM-DD`, in France; months `YYYY-MM`. */
import { z } from 'zod';
import { rememberedOf } from '../mail/memory.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const month = z.string().regex(/^\d{4}-\d{2}$/);

const dates = { opensOn: day.optional(), closesOn: day.optional() };

/** What an opportunity said of its dates, and the last day on which it said so. */
const seen = z.strictObject({ on: day, isPermanent: z.boolean(), windows: z.array(z.strictObject(dates)) });

/** A round that is expected by habit. */
const round = z.strictObject({ opensIn: month.optional(), closesIn: month.optional() });

/** What one recipient knows of one opportunity. */
const known = z.strictObject({
  /** True when a message told of it; false for what could not be answered yet when it was first looked at. */
  told: z.boolean(),
  /** To name it once it is withdrawn. */
  title: z.string().optional(),
  /** It was an example: it leaves in silence when the site goes live. */
  demo: z.literal(true).optional(),
  /** Its dates as the recipient knows them: what differs from them is news. */
  seen: seen.optional(),
  /** It was withdrawn, or ceased to suit. */
  gone: z.literal(true).optional(),
  /** The closing days that were reminded and are not past. */
  reminded: z.array(day).optional(),
  /** The rounds that were told and are not past. */
  rounds: z.array(round).optional(),
  /** In place of `seen`, in what a file of version 1 held: the last day that it named. */
  until: day.optional(),
});

const memory = z.strictObject({
  /** The day of the last digest, sent or empty: what came since is for the next one. */
  digestOn: day,
  /** By slug. The name in the files that are already written. */
  calls: z.record(z.string(), known),
});

/** A `Change` as it is kept. */
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['new', 'withdrawn', 'back']), on: day }),
  z.strictObject({ kind: z.enum(['opened', 'dated', 'undated']), on: day, ...dates }),
  z.strictObject({ kind: z.literal('moved'), on: day, which: z.enum(['opensOn', 'closesOn']), from: day, to: day }),
  z.strictObject({ kind: z.literal('closed'), on: day, closesOn: day.optional() }),
]);

const item = z.strictObject({
  slug: z.string(),
  /** What happened since the recipient last heard of it. */
  changes: z.array(change),
  /** The closing days that this message reminds. */
  reminders: z.array(day),
  /** The round to expect, as a habit to confirm. */
  round: round.optional(),
  /** Of what is withdrawn, which no entry names any longer. */
  title: z.string().optional(),
});

const intentOf = <I extends z.ZodType>(items: I) =>
  z.strictObject({
    messageId: z.string(),
    first: z.boolean(),
    since: day.optional(),
    items: z.array(items),
    /** What the recipient knows once it is accepted. */
    after: memory,
  });

/** A message handed to the server, of which no answer was read yet. */
const intent = intentOf(item);

const recipientState = rememberedOf(memory, intent);

/** What one writes today. */
export const alertState = z.strictObject({
  version: z.literal(2),
  recipients: z.record(z.string(), recipientState),
  /** The key of the codes by which recipients ask to stop. */
  stopKey: z.string().optional(),
});

/** An item of version 1: announced for the first time, or with dates, or only reminded. */
const firstItem = z
  .strictObject({ slug: z.string(), news: z.enum(['new', 'dates']).optional(), reminders: z.array(day) })
  .transform(({ news, ...kept }) => ({ ...kept, news }));

/** The files written before the dates of opportunities were remembered. */
export const firstAlertState = z
  .strictObject({
    version: z.literal(1),
    recipients: z.record(z.string(), rememberedOf(memory, intentOf(firstItem))),
  })
  .transform(({ recipients }): AlertState => ({
    version: 2,
    recipients: Object.fromEntries(
      Object.entries(recipients).map(([id, { pending, ...rest }]) => [
        id,
        { ...rest, ...(pending && { pending: { ...pending, items: pending.items.map(itemOf(pending.after)) } }) },
      ]),
    ),
  }));

const itemOf =
  ({ digestOn: on }: Memory) =>
  ({ slug, news, reminders }: z.output<typeof firstItem>): Item => ({
    slug,
    changes: news === undefined ? [] : [{ kind: news === 'new' ? 'new' : 'dated', on }],
    reminders,
  });

export type Round = z.output<typeof round>;
export type Known = z.output<typeof known>;
export type Memory = z.output<typeof memory>;
export type Item = z.output<typeof item>;
export type Intent = z.output<typeof intent>;
export type RecipientState = z.output<typeof recipientState>;
export type AlertState = z.output<typeof alertState>;

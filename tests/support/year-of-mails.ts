import { stringify } from 'yaml';
import { hiddenBy } from '#content/check/entry.ts';
import type { Redirect } from '#content/redirects.ts';
import { entryPath } from '#content/routes.ts';
import type { FileVersion } from '#content/versions.ts';
import { addDays } from '#domain/days.ts';
import type { MailedOpportunity, MailRecipient } from '#jobs/alerts/content.ts';
import { readMailSettings } from '#jobs/mail/env.ts';
import type { AlertState, Item } from '#jobs/alerts/memory.ts';
import { outgoingOf } from '#jobs/alerts/message.ts';
import { planMails } from '#jobs/alerts/plan.ts';
import { sendAll } from '#jobs/mail/send.ts';
import { NOTHING_SENT } from '#jobs/alerts/state.ts';
import type { Opportunity } from '#schemas/opportunities.ts';
import { readOf, type Data } from './entries.ts';
import { YEAR, YEAR_OF_CHANGES } from './year-of-changes.ts';

/** The nights without a run: the first of February, which is a Monday, the Monday of a moved deadline, a long weekend. */
export const MISSED_NIGHTS: ReadonlySet<string> = new Set([
  ...['2027-02-01', '2027-02-02', '2027-03-15', '2027-03-16'],
  ...['2027-05-01', '2027-05-02', '2027-05-03'],
]);

/** The nights on which the address of a recipient is refused. */
export const REFUSED = {
  id: 'cantines/bruz',
  nights: new Set(['2027-04-12', '2027-04-13', '2027-04-14']),
} as const;

/** A message that arrived. */
export interface Delivered {
  on: string;
  recipient: string;
  items: readonly Item[];
}

/** The content as a night finds it: what editors did until the evening before. */
export interface Night {
  day: string;
  opportunities: readonly MailedOpportunity[];
  /** All that their files said, and the addresses that changed; the same objects until an editor writes again. */
  files: ReadonlyMap<string, readonly FileVersion[]>;
  redirects: readonly Redirect[];
}

/** Every night of the year, with the content that it finds. */
export function* nightsOf(first: ReadonlyMap<string, Data>): Generator<Night> {
  const entries = new Map<string, Data>(first);
  let opportunities = shownOf(entries);
  const eve = addDays(YEAR.from, -1);
  let files = new Map<string, FileVersion[]>(
    [...first].map(([slug, data]) => [`${slug}.md`, [{ on: eve, text: textOf(data) }]]),
  );
  for (let day: string = YEAR.from; day <= YEAR.to; day = addDays(day, 1)) {
    yield { day, opportunities, files, redirects: redirectsOn(day) };
    const changes = YEAR_OF_CHANGES.filter(({ on }) => on === day);
    for (const { slug, edit, becomes = slug } of changes) {
      const after = edit(entries.get(slug), first.get(slug));
      entries.delete(slug);
      if (after) entries.set(becomes, after);
      files = new Map(files);
      for (const name of new Set([slug, becomes])) {
        const text = textOf(entries.get(name));
        files.set(`${name}.md`, [...(files.get(`${name}.md`) ?? []), { on: day, text }]);
      }
    }
    if (changes.length > 0) opportunities = shownOf(entries);
  }
}

const textOf = (data: Data | undefined): string | undefined => data && `---\n${stringify(data)}---\n`;

const redirectsOn = (night: string): Redirect[] =>
  [...renamesOn(night).opportunities].map(([slug, becomes]) => ({
    from: entryPath('opportunities', slug),
    to: entryPath('opportunities', becomes),
  }));

const shownOf = (entries: ReadonlyMap<string, Data>): MailedOpportunity[] =>
  [...entries].flatMap(([slug, data]) => {
    if (hiddenBy(data, false) !== undefined) return [];
    const read = readOf('opportunities', data) as unknown as Opportunity;
    return { slug, data: read, funder: read.funder };
  });

/** What editors wrote in « Anciennes adresses », from the day on. */
const renamesOn = (day: string) => ({
  cantines: new Map<string, string>(),
  opportunities: new Map(
    YEAR_OF_CHANGES.flatMap(({ on, slug, becomes }): [string, string][] =>
      becomes !== undefined && on < day ? [[slug, becomes]] : [],
    ),
  ),
});

/** Sends the mails of a year, night after night, as the job does; all that arrived. */
export async function mailsOfYear(
  recipients: readonly MailRecipient[],
  first: ReadonlyMap<string, Data>,
): Promise<Delivered[]> {
  const settings = readMailSettings({ MAIL_FROM: 'veille@reseau.example', SITE_URL: 'https://www.exemple.org' }, false);
  const delivered: Delivered[] = [];
  let state: AlertState = NOTHING_SENT;
  for (const { day, opportunities } of nightsOf(first)) {
    if (MISSED_NIGHTS.has(day)) continue;
    const now = new Date(`${day}T02:00:00Z`);
    const plan = planMails({ now, recipients, opportunities, state, renames: renamesOn(day) });
    const outgoing = plan.mails.map((mail) => outgoingOf(mail, settings, { now, opportunities }));
    const sent = await sendAll(outgoing, plan.state.recipients, {
      keep: (kept) => (state = { ...plan.state, recipients: kept }),
      sending: {
        send: ({ to }) =>
          Promise.resolve(
            isRefused(to, recipients) && REFUSED.nights.has(day) ? { is: 'refused', why: '550' } : { is: 'accepted' },
          ),
      },
    });
    if (plan.mails.length === 0) state = plan.state;
    for (const [index, { outcome, recipient }] of sent.entries()) {
      const items = plan.mails[index]?.items ?? [];
      if (outcome.is === 'accepted') delivered.push({ on: day, recipient: recipient.id, items });
    }
  }
  return delivered;
}

const isRefused = (to: unknown, recipients: readonly MailRecipient[]): boolean =>
  JSON.stringify(to).includes(recipients.find(({ id }) => id === REFUSED.id)?.email ?? 'nobody');

import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#domain/days.ts';
import { occasionOn } from '#jobs/ask/calendar.ts';
import { NOTHING_ASKED, type AskState } from '#jobs/ask/memory.ts';
import { planAskings, type Asked } from '#jobs/ask/plan.ts';
import { outgoingOf } from '#jobs/ask/run.ts';
import { readMailSettings } from '#jobs/mail/env.ts';
import { sendAll } from '#jobs/mail/send.ts';
import type { MailOutcome } from '#jobs/mail/smtp.ts';
import type { Cantine } from '#schemas/cantines.ts';
import { entryOf, readOf } from '../../support/entries.ts';

const settings = readMailSettings({ MAIL_FROM: 'site@reseau.example', SITE_URL: 'https://www.exemple.org' }, false);
const FACTS = ['openingHours', 'address', 'contacts', 'booking', 'status'] as const;

/** How many days after a mail its cantine answers, all of it; never: undefined. */
type Habit = number | undefined;

interface Place {
  slug: string;
  answers: Habit;
  changes: Record<string, unknown>;
}

const cantine = (slug: string, changes: Record<string, unknown>): Asked => ({
  id: `cantines/${slug}`,
  slug,
  email: `${slug}@cantines.example`,
  name: slug,
  data: readOf('cantines', entryOf('cantines', changes)) as unknown as Cantine,
});

interface Mail {
  slug: string;
  on: string;
  kind: 'asking' | 'reminder';
  messageId: string;
}

interface Night {
  /** What becomes of the messages of a night; `killed` between the server's yes and the memory. */
  fate?: MailOutcome['is'] | 'killed' | 'missed';
  renames?: ReadonlyMap<string, string>;
}

/** Plays a year of nights; every message that arrived, those that arrived twice under one name included. */
async function playYear(places: Place[], start: string, nightOn: (day: string) => Night = () => ({})): Promise<Mail[]> {
  let state: AskState = NOTHING_ASKED;
  const mails: Mail[] = [];
  for (let index = 0; index < 365; index++) {
    const day = addDays(start, index);
    const { fate = 'accepted', renames = new Map<string, string>() } = nightOn(day);
    for (const place of places) answer(place, mails, day, renames);
    if (fate === 'missed') continue;
    const recipients = places.map(({ slug, changes }) => cantine(renames.get(slug) ?? slug, changes));
    const now = new Date(`${day}T02:00:00Z`);
    const plan = planAskings({ now, recipients, state, renames });
    let isDead = false;
    const keep = (kept: AskState['recipients']) => {
      if (!isDead) state = { ...plan.state, recipients: kept };
    };
    const send = ({ messageId = '', to }: { messageId?: string | undefined; to?: unknown }) => {
      const mail = plan.mails.find(({ recipient }) => JSON.stringify(to).includes(recipient.email));
      if (isDead) return Promise.resolve<MailOutcome>({ is: 'stopped', why: 'tué' });
      const arrives = fate === 'accepted' || fate === 'unknown' || fate === 'killed';
      if (arrives && mail) {
        const kind = mail.after.remindedOn === undefined ? 'asking' : 'reminder';
        mails.push({ slug: mail.recipient.slug, on: day, kind, messageId });
      }
      isDead = fate === 'killed';
      return Promise.resolve<MailOutcome>(
        fate === 'accepted' || fate === 'killed' ? { is: 'accepted' } : { is: fate, why: 'x' },
      );
    };
    const outgoing = plan.mails.map((mail) => outgoingOf(mail, settings, { organisation: undefined }, now));
    if (outgoing.length === 0) state = plan.state;
    else {
      keep(plan.state.recipients);
      await sendAll(outgoing, plan.state.recipients, { sending: { send }, keep });
    }
  }
  return mails;
}

/** Answers the last mail when it is time: each fact is confirmed on that day. */
function answer(place: Place, mails: readonly Mail[], day: string, renames: ReadonlyMap<string, string>): void {
  const names = [place.slug, renames.get(place.slug)];
  const last = mails.filter(({ slug }) => names.includes(slug)).at(-1);
  if (place.answers === undefined || !last || addDays(last.on, place.answers) !== day) return;
  place.changes = { ...place.changes, confirmations: FACTS.map((fact) => ({ fact, on: day, by: 'team' })) };
}

const OPEN = {
  openingHours: { slots: [{ day: 'monday', kind: 'meal', opens: '12:30' }] },
  contacts: { email: 'a@b.fr' },
};

/** Twenty-five cantines and teams, of every habit. */
const network = (): Place[] =>
  Array.from({ length: 25 }, (_, index) => ({
    slug: `cantine-${index}`,
    answers: [1, 10, 20, 60, undefined][index % 5],
    changes: {
      ...OPEN,
      booking: { eat: 'required' },
      status: index % 7 === 0 ? 'preparing' : 'open',
      ...(index % 4 === 0 && { exceptions: [{ from: '2027-07-20', to: '2027-08-29', kind: 'closed' }] }),
    },
  }));

/** The names of different messages, for what is sent again under its name is one. */
const unique = (mails: readonly Mail[]): Mail[] => [...new Map(mails.map((mail) => [mail.messageId, mail])).values()];

function assertCalm(mails: readonly Mail[], places: readonly Place[]): void {
  for (const place of places) {
    const { exceptions } = cantine(place.slug, place.changes).data;
    const own = unique(mails.filter(({ slug }) => slug === place.slug || slug === `${place.slug}-bis`));
    const byOccasion = Map.groupBy(own, ({ on }) => occasionOn(on, exceptions).from);
    for (const [occasion, sent] of byOccasion) {
      expect(sent.filter(({ kind }) => kind === 'asking').length, `${place.slug}, ${occasion}`).toBeLessThanOrEqual(1);
      expect(sent.filter(({ kind }) => kind === 'reminder').length, `${place.slug}, ${occasion}`).toBeLessThanOrEqual(
        1,
      );
    }
    const askings = own.filter(({ kind }) => kind === 'asking');
    for (const [index, { on }] of askings.entries()) {
      const next = askings[index + 1];
      if (next) expect(daysBetween(on, next.on), place.slug).toBeGreaterThanOrEqual(42);
    }
    for (const { on } of own)
      expect(
        exceptions.some(({ from, to }) => from <= on && on <= to),
        on,
      ).toBe(false);
  }
}

describe('a year of nights for 25 cantines', () => {
  test('who never answers has one question and one reminder a quarter; who answers, silence until a fact is old', async () => {
    const places = network();
    const mails = await playYear(places, '2026-11-23');
    assertCalm(mails, places);
    const said = (slug: string) => mails.filter((mail) => mail.slug === slug).map(({ on, kind }) => `${on} ${kind}`);
    expect(said('cantine-9')).toEqual([
      '2026-11-23 asking',
      '2026-12-07 reminder',
      '2027-01-05 asking',
      '2027-01-19 reminder',
      '2027-04-06 asking',
      '2027-04-20 reminder',
      '2027-08-01 asking',
      '2027-08-15 reminder',
      '2027-10-05 asking',
      '2027-10-19 reminder',
    ]);
    // Answered the next day: no reminder, and a question again when the hours are three months old.
    expect(said('cantine-5')).toEqual([
      '2026-11-23 asking',
      '2027-02-24 asking',
      '2027-05-25 asking',
      // Hours change with a season.
      '2027-08-01 asking',
      '2027-11-02 asking',
    ]);
    // Answered after the reminder.
    expect(said('cantine-2').slice(0, 2)).toEqual(['2026-11-23 asking', '2026-12-07 reminder']);
    expect(mails.length).toBe(unique(mails).length);
  });

  test('whatever is killed, cut, refused or missed: nothing is asked twice, and everybody is asked', async () => {
    const places = network();
    const fates = ['accepted', 'killed', 'unknown', 'delayed', 'refused', 'stopped', 'missed'] as const;
    const mails = await playYear(places, '2026-11-23', (day) => ({
      fate: fates[(daysBetween('2026-11-23', day) * 3 + 1) % fates.length] ?? 'accepted',
    }));
    assertCalm(mails, places);
    expect(new Set(mails.map(({ slug }) => slug)).size).toBe(25);
    expect(mails.length).toBeGreaterThan(unique(mails).length);
  });

  test('a cantine that changes name is the same one', async () => {
    const places = network();
    const renames = new Map(places.filter((_, index) => index % 2 === 0).map(({ slug }) => [slug, `${slug}-bis`]));
    const mails = await playYear(places, '2026-11-23', (day) => (day < '2026-12-01' ? {} : { renames }));
    assertCalm(mails, places);
    expect(mails.filter(({ on }) => on === '2026-12-07').length).toBeGreaterThan(0);
    expect(mails.filter(({ on, kind }) => on < '2027-01-05' && kind === 'asking')).toHaveLength(25);
  });
});

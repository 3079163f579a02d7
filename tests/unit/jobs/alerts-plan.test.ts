import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NETWORK } from '#funding/matching/candidates.ts';
import { daysBetween } from '#domain/days.ts';
import type { MailRecipient } from '#jobs/alerts/content.ts';
import { isDigestDue, lastDigestDay } from '#jobs/alerts/schedule.ts';
import { closing, correspondence, opportunityOf, recipientOf, type Fate } from '../../support/correspondence.ts';

describe('when a digest is due', () => {
  test.each([
    ['weekly', '2026-11-23', '2026-11-23'],
    ['weekly', '2026-11-29', '2026-11-23'],
    ['weekly', '2027-01-01', '2026-12-28'],
    ['monthly', '2026-11-30', '2026-11-01'],
    ['monthly', '2028-02-29', '2028-02-01'],
    ['monthly', '2027-01-01', '2027-01-01'],
  ] as const)('%s, on %s: %s', (frequency, today, due) => {
    expect(lastDigestDay(frequency, today)).toBe(due);
  });

  test('a year of days has 53 Mondays or 52, and 12 first days, whatever the runs that are missed', () => {
    for (const [frequency, most] of [
      ['weekly', 52],
      ['monthly', 12],
    ] as const) {
      let last = '2025-12-31';
      let digests = 0;
      for (let day = 0; day < 365; day += 1) {
        const today = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
        if (isDigestDue(frequency, last, today)) {
          digests += 1;
          last = today;
        }
      }
      expect(digests).toBe(most);
    }
  });

  test.each([
    ['the night before in universal time is Monday in Paris in winter', '2026-11-29T23:30:00Z', 1],
    ['and in summer', '2027-06-20T22:30:00Z', 1],
    ['an hour too early in winter', '2026-11-29T22:30:00Z', 0],
    ['the night of the change to winter time', '2026-10-25T23:30:00Z', 1],
    ['the night of the change to summer time', '2027-03-28T22:30:00Z', 1],
  ])('%s', async (_title, instant, mails) => {
    const { run } = correspondence(recipientOf('weekly'));
    const saturday = new Date(Date.parse(instant) - 2 * 86_400_000).toISOString();
    await run(saturday, []);
    expect(await run(instant, [opportunityOf('a', { rhythm: 'permanent' })])).toHaveLength(mails);
  });

  test('monthly: the first of the month in Paris, not before, and late when it is missed', async () => {
    const { run } = correspondence(recipientOf('monthly'));
    const opportunities = [opportunityOf('a', { rhythm: 'permanent' })];
    await run('2027-01-15', []);
    expect(await run('2027-01-31T22:30:00Z', opportunities)).toEqual([]);
    expect(await run('2027-01-31T23:30:00Z', opportunities)).toEqual([['a new']]);
    expect(await run('2027-02-28', [...opportunities, opportunityOf('b', { rhythm: 'permanent' })])).toEqual([]);
    expect(await run('2027-03-11', [...opportunities, opportunityOf('b', { rhythm: 'permanent' })])).toEqual([
      ['b new'],
    ]);
  });
});

describe('what is told', () => {
  test('the first time, all that can be answered; what is closed or without dates waits for its dates', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    const opportunities = [
      opportunityOf('permanent', { rhythm: 'permanent' }),
      closing('ouvert', '2027-02-01'),
      opportunityOf('bientot', { windows: [{ opensOn: '2027-01-04' }] }),
      opportunityOf('sans-date'),
      closing('clos', '2026-03-01'),
      opportunityOf('ailleurs', { territory: { scope: 'departement', name: 'Nord', codes: ['59'] } }),
    ];
    expect(await run('2026-11-25', opportunities)).toEqual([['ouvert new', 'bientot new', 'permanent new']]);
    expect(await run('2026-11-30', opportunities)).toEqual([]);
    const dated = [
      ...opportunities.slice(0, 3),
      closing('sans-date', '2027-05-01'),
      closing('clos', '2026-03-01', '2027-04-01'),
    ];
    expect(await run('2026-12-07', dated)).toEqual([['clos dated', 'sans-date dated']]);
    expect(await run('2026-12-14', dated)).toEqual([]);
  });

  test('an opportunity that comes back next year is told again, once', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    expect(await run('2026-11-23', [closing('prix', '2027-01-31')])).toEqual([['prix new']]);
    await run('2027-01-18', [closing('prix', '2027-01-31')]);
    await run('2027-06-07', [closing('prix', '2027-01-31')]);
    const back = [closing('prix', '2027-01-31', '2028-01-31')];
    expect(await run('2027-10-11', back)).toEqual([['prix dated']]);
    expect(await run('2027-10-18', back)).toEqual([]);
  });

  test('two periods known from the start are one announcement, an opening and two reminders', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    const opportunities = [
      opportunityOf('deux', {
        windows: [{ closesOn: '2027-01-10' }, { opensOn: '2027-02-01', closesOn: '2027-03-10' }],
      }),
    ];
    const all: unknown[] = [];
    for (let day = 0; day < 130; day += 1) {
      all.push(...(await run(new Date(Date.UTC(2026, 10, 23 + day, 2)).toISOString(), opportunities)));
    }
    expect(all).toEqual([['deux new'], ['deux 2027-01-10'], ['deux opened'], ['deux 2027-03-10']]);
  });

  test('a reminder comes 14 days before, on any day, once; the last day still counts', async () => {
    const { run } = correspondence(recipientOf('monthly'));
    const opportunities = [closing('a', '2027-01-20')];
    await run('2026-12-20', opportunities);
    expect(await run('2027-01-05', opportunities)).toEqual([]);
    expect(await run('2027-01-06', opportunities)).toEqual([['a 2027-01-20']]);
    expect(await run('2027-01-07', opportunities)).toEqual([]);
    const other = correspondence(recipientOf('monthly'));
    await other.run('2026-12-20', opportunities);
    expect(await other.run('2027-01-20', opportunities)).toEqual([['a 2027-01-20']]);
    const late = correspondence(recipientOf('monthly'));
    await late.run('2026-12-20', opportunities);
    expect(await late.run('2027-01-21', opportunities)).toEqual([]);
  });

  test('a deadline that moves after its reminder is reminded for its new day', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    await run('2026-12-20', [closing('a', '2027-01-20')]);
    await run('2027-01-06', [closing('a', '2027-01-20')]);
    expect(await run('2027-01-12', [closing('a', '2027-01-24')])).toEqual([['a moved 2027-01-24']]);
    expect(await run('2027-01-13', [closing('a', '2027-01-24')])).toEqual([]);
    // Put off for long: told on Monday, and the reminder comes in its time.
    expect(await run('2027-01-14', [closing('a', '2027-03-24')])).toEqual([]);
    expect(await run('2027-01-18', [closing('a', '2027-03-24')])).toEqual([['a moved']]);
    expect(await run('2027-02-15', [closing('a', '2027-03-24')])).toEqual([]);
    expect(await run('2027-03-10', [closing('a', '2027-03-24')])).toEqual([['a 2027-03-24']]);
  });

  test('a new opportunity that closes before the digest does not wait for it', async () => {
    const { run } = correspondence(recipientOf('monthly'));
    await run('2026-11-10', []);
    expect(await run('2026-11-12', [closing('a', '2026-11-20')])).toEqual([['a new 2026-11-20']]);
    expect(await run('2026-12-01', [closing('a', '2026-11-20')])).toEqual([]);
  });

  test('a withdrawn opportunity is told, and not reminded; back, it is not told as new', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    await run('2026-12-21', [closing('a', '2027-01-20')]);
    expect(await run('2026-12-23', [])).toEqual([]);
    expect(await run('2026-12-28', [])).toEqual([['a withdrawn']]);
    expect(await run('2027-01-04', [])).toEqual([]);
    expect(await run('2027-01-11', [closing('a', '2027-01-20')])).toEqual([['a back 2027-01-20']]);
  });

  test('withdrawn and back before the digest, nothing happened', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    await run('2026-12-21', [closing('a', '2027-03-20')]);
    expect(await run('2026-12-23', [])).toEqual([]);
    expect(await run('2026-12-28', [closing('a', '2027-03-20')])).toEqual([]);
  });

  test('a cantine that closes hears nothing; one that opens hears of what suits it now', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    const team = {
      ...recipientOf('weekly'),
      candidate: { audience: 'cantine-en-montage', status: 'preparing', territory: {} },
    } as const;
    const opportunities = [
      opportunityOf('a', { rhythm: 'permanent' }),
      opportunityOf('b', { rhythm: 'permanent', audience: ['cantine-en-montage'] }),
    ];
    expect(await run('2026-11-23', opportunities, { recipient: team })).toEqual([['b new']]);
    expect(await run('2026-11-30', opportunities)).toEqual([['a new', 'b withdrawn']]);
    const closed = { ...team, candidate: { ...team.candidate, status: 'closed' } } as const;
    expect(
      await run('2026-12-07', [...opportunities, opportunityOf('c', { rhythm: 'permanent' })], { recipient: closed }),
    ).toEqual([]);
  });

  test('the network hears of what is for the network', async () => {
    const { run } = correspondence({ ...recipientOf('weekly', 'reseau'), candidate: NETWORK });
    const opportunities = [
      opportunityOf('a', { rhythm: 'permanent', audience: ['reseau'] }),
      opportunityOf('b', { rhythm: 'permanent' }),
    ];
    expect(await run('2026-11-23', opportunities)).toEqual([['a new']]);
  });

  test('a frequency that changes: nothing lost, nothing twice', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    const a = opportunityOf('a', { rhythm: 'permanent' });
    const b = opportunityOf('b', { rhythm: 'permanent' });
    const monthly = { recipient: recipientOf('monthly') };
    await run('2026-11-23', [a]);
    expect(await run('2026-11-30', [a, b], monthly)).toEqual([]);
    expect(await run('2026-12-01', [a, b], monthly)).toEqual([['b new']]);
    expect(await run('2026-12-07', [a, b])).toEqual([]);
    expect(await run('2026-12-08', [a, b, opportunityOf('c', { rhythm: 'permanent' })])).toEqual([]);
    expect(await run('2026-12-14', [a, b, opportunityOf('c', { rhythm: 'permanent' })])).toEqual([['c new']]);
  });
});

describe('a message whose answer was lost', () => {
  const opportunities = [closing('a', '2027-01-31'), closing('b', '2026-12-10')];

  test('goes again as it was, before what is new', async () => {
    const { run, mailbox } = correspondence(recipientOf('weekly'));
    await run('2026-11-23', opportunities, { outcome: 'unknown', arrives: true });
    expect(await run('2026-11-26', opportunities)).toEqual([['b new', 'a new'], ['b 2026-12-10']]);
    expect(mailbox.size).toBe(2);
    expect(await run('2026-11-30', opportunities)).toEqual([]);
  });

  test('without what is gone or past since, which is told once', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    await run('2026-11-23', opportunities, { outcome: 'unknown' });
    expect(await run('2026-12-12', opportunities, { outcome: 'unknown' })).toEqual([['a new']]);
    // It may have arrived: what it announced is told to be gone.
    expect(await run('2026-12-13', [])).toEqual([['b withdrawn', 'a withdrawn']]);
    expect(await run('2026-12-14', [])).toEqual([]);
  });

  test('certainly not accepted, it is planned anew with what came since', async () => {
    const { run, state } = correspondence(recipientOf('weekly'));
    await run('2026-11-23', opportunities, { outcome: 'delayed' });
    expect(state().recipients['cantines/vaise']).toEqual({});
    expect(await run('2026-11-24', [...opportunities, opportunityOf('c', { rhythm: 'permanent' })])).toEqual([
      ['b new', 'a new', 'c new'],
    ]);
  });
});

describe('whatever the days of the runs', () => {
  const START = Date.UTC(2026, 8, 1);
  const dayAt = (offset: number) => new Date(START + offset * 86_400_000).toISOString().slice(0, 10);
  const SPAN = 120;
  const anOpportunity = fc.record({
    seen: fc.nat(SPAN),
    closes: fc.option(fc.nat(SPAN + 40), { nil: undefined }),
    /** The closing day put off by that many days, on that many days before it. */
    moved: fc.option(fc.record({ by: fc.integer({ min: 1, max: 40 }), before: fc.integer({ min: 0, max: 20 }) }), {
      nil: undefined,
    }),
  });
  const aRun = fc.record({
    day: fc.nat(SPAN),
    fate: fc.constantFrom<Fate>(
      { outcome: 'accepted' },
      { outcome: 'accepted' },
      { outcome: 'refused' },
      { outcome: 'delayed' },
      { outcome: 'unknown', arrives: true },
      { outcome: 'unknown', arrives: false },
    ),
  });
  const frequency = fc.constantFrom<MailRecipient['frequency']>('weekly', 'monthly');

  test('each opportunity is announced exactly once, each deadline reminded at most once, and at least once if a run was in time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anOpportunity, { minLength: 1, maxLength: 5 }),
        fc.array(aRun, { minLength: 1, maxLength: 25 }),
        frequency,
        fc.boolean(),
        async (specs, runs, rhythm, moves) => {
          const { run, mailbox } = correspondence(recipientOf(rhythm));
          const closesAt = ({ closes, moved }: (typeof specs)[number], day: number) =>
            closes === undefined || !moves || !moved || day < closes - moved.before ? closes : closes + moved.by;
          const opportunitiesOn = (day: number) =>
            specs.flatMap((spec, index) => {
              const closes = closesAt(spec, day);
              if (spec.seen > day) return [];
              return closes === undefined
                ? opportunityOf(`c${index}`, { rhythm: 'permanent' })
                : closing(`c${index}`, dayAt(closes));
            });
          const ordered = runs.toSorted((a, b) => a.day - b.day);
          const due = new Set<string>();
          for (const { day, fate } of ordered) {
            await run(dayAt(day), opportunitiesOn(day), fate);
            if (fate.outcome !== 'accepted') continue;
            for (const { slug, data } of opportunitiesOn(day)) {
              for (const { closesOn = '' } of data.windows) {
                const left = daysBetween(dayAt(day), closesOn);
                if (left >= 0 && left <= 14) due.add(`${slug} ${closesOn}`);
              }
            }
          }
          // A last run on which a digest is due.
          const end = SPAN + 32;
          await run(dayAt(end), opportunitiesOn(end));
          const told = [...mailbox.values()].flat();
          const reminded = told.flatMap(({ slug, reminders }) => reminders.map((day) => `${slug} ${day}`));
          expect(new Set(reminded).size).toBe(reminded.length);
          for (const one of due) expect(reminded).toContain(one);
          const announced = told.flatMap(({ slug, changes }) =>
            changes.some(({ kind }) => kind === 'new') ? [slug] : [],
          );
          if (!moves) expect(new Set(announced).size).toBe(announced.length);
          for (const { slug, data } of opportunitiesOn(end)) {
            const isAnswerable = data.windows.every(({ closesOn = '' }) => closesOn >= dayAt(end));
            if (isAnswerable || [...due].some((one) => one.startsWith(`${slug} `))) expect(announced).toContain(slug);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

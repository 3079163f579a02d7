import { describe, expect, test } from 'vitest';
import { letterOf } from '#jobs/alerts/letter.ts';
import { planMails } from '#jobs/alerts/plan.ts';
import { renamesOf } from '#jobs/alerts/renames.ts';
import { NOTHING_SENT } from '#jobs/alerts/state.ts';
import type { AlertState } from '#jobs/alerts/memory.ts';
import type { MailedOpportunity } from '#jobs/alerts/content.ts';
import { closing, correspondence, opportunityOf, recipientOf } from '../../support/correspondence.ts';

const dated = (slug: string, opensOn: string, closesOn: string) =>
  opportunityOf(slug, { windows: [{ opensOn, closesOn }] });
const MOVED = 'Des dates qui changent';
const elsewhere = { territory: { scope: 'departement', name: 'Nord', codes: ['59'] } };

/** The letters of a day, for who starts from a state. */
function lettersOf(day: string, opportunities: readonly MailedOpportunity[], state: AlertState = NOTHING_SENT) {
  const now = new Date(`${day}T02:00:00Z`);
  const { mails } = planMails({ now, recipients: [recipientOf('weekly')], opportunities, state });
  return mails.map((mail) =>
    letterOf(mail, { now, opportunities, siteUrl: 'https://www.exemple.org', unsubscribe: 'veille@reseau.example' }),
  );
}

describe('what happens to a call that was told', () => {
  test('announced without dates, then with dates, then open: each is told, once', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    await run('2026-11-23', []);
    expect(await run('2026-11-30', [opportunityOf('a')])).toEqual([['a new']]);
    const announced = [dated('a', '2026-12-16', '2027-03-01')];
    expect(await run('2026-12-07', announced)).toEqual([['a dated']]);
    expect(await run('2026-12-14', announced)).toEqual([]);
    expect(await run('2026-12-21', announced)).toEqual([['a opened']]);
    expect(await run('2026-12-28', announced)).toEqual([]);
    expect(await run('2027-02-15', announced)).toEqual([['a 2027-03-01']]);
  });

  test('a deadline brought forward leaves the same night; put off, it waits for Monday', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    await run('2026-11-23', [closing('a', '2027-01-12'), closing('b', '2027-01-12')]);
    const moved = [closing('a', '2026-12-28'), closing('b', '2027-02-12')];
    expect(await run('2026-11-25', moved)).toEqual([['a moved']]);
    expect(await run('2026-11-26', moved)).toEqual([]);
    expect(await run('2026-11-30', moved)).toEqual([['b moved']]);
    expect(await run('2026-12-07', moved)).toEqual([]);
  });

  test('a message between two letters says why it could not wait; a letter does not', async () => {
    const { run, state } = correspondence(recipientOf('weekly'));
    await run('2026-11-23', [closing('a', '2027-01-12')]);
    const moved = [closing('a', '2026-12-28')];
    const [night] = lettersOf('2026-11-25', moved, state());
    expect(night?.subject).toBe('Clôture avancée au 28\u00a0décembre 2026 — Vaise');
    expect(night?.opening[1]).toMatch(/^Une clôture a été avancée\u00a0: cela ne pouvait pas attendre/);
    const [monday] = lettersOf('2026-11-30', moved, state());
    expect(monday?.opening[1]).toMatch(/^Voici ce qui change dans la veille depuis le lundi 23/);
  });

  test.each([
    ['brought forward, without its opening any longer', dated('a', '2026-12-01', '2027-01-30'), '2027-01-10', MOVED],
    ['dated anew, too far away to be a move', closing('a', '2027-01-15'), '2027-09-01', 'Ouverts, ou enfin datés'],
  ])('a call %s is shown with its dates, and not among what is over', async (_, before, closesOn, title) => {
    const { run, state } = correspondence(recipientOf('weekly'));
    await run('2026-11-16', [before]);
    const [letter] = lettersOf('2026-11-23', [closing('a', closesOn)], state());
    expect(letter?.parts.map((part) => [part.title, part.cards.length, part.lines.length])).toEqual([[title, 1, 0]]);
  });

  test('a call whose end was brought back into the past is over, and nothing else', async () => {
    const { run, state } = correspondence(recipientOf('weekly'));
    await run('2026-11-16', [closing('a', '2027-01-15'), closing('b', '2027-01-15')]);
    const [letter] = lettersOf('2026-11-23', [closing('a', '2026-11-20'), closing('b', '2027-02-15')], state());
    expect(letter?.parts.map(({ title, lines }) => [title, ...lines.map((line) => line.title)])).toEqual([
      [MOVED],
      ['Clos, retirés ou sans date', 'a'],
    ]);
  });

  test('an opening that closes before the next digest does not wait for it', async () => {
    const { run } = correspondence(recipientOf('monthly'));
    await run('2026-11-01', [opportunityOf('a'), opportunityOf('b')]);
    const opened = [dated('a', '2026-11-02', '2026-11-30'), dated('b', '2026-11-02', '2026-12-20')];
    expect(await run('2026-11-03', opened)).toEqual([['a opened']]);
    expect(await run('2026-11-04', opened)).toEqual([]);
  });

  test('who may be writing an answer hears at once that its date is announced no longer', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    await run('2026-11-23', [closing('a', '2026-12-05'), closing('b', '2026-12-05')]);
    expect(await run('2026-11-25', [opportunityOf('a')])).toEqual([['a undated', 'b withdrawn']]);
    expect(await run('2026-11-30', [opportunityOf('a')])).toEqual([]);
  });

  test('a closing is told along with other news, never alone', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    const a = closing('a', '2026-12-05');
    await run('2026-11-23', [a]);
    expect(await run('2026-12-07', [a])).toEqual([]);
    expect(await run('2026-12-14', [a])).toEqual([]);
    expect(await run('2026-12-21', [a, opportunityOf('b', { rhythm: 'permanent' })])).toEqual([['b new', 'a closed']]);
    expect(await run('2026-12-28', [a, opportunityOf('c', { rhythm: 'permanent' })])).toEqual([
      ['c new', 'b withdrawn'],
    ]);
  });

  test('what was too old to be told is new to its recipient once somebody confirmed it', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    const old = { rhythm: 'permanent', sources: [{ url: 'https://exemple.org/', publishedOn: '2021' }] };
    expect(await run('2026-11-23', [opportunityOf('a', old)])).toEqual([]);
    const confirmed = [opportunityOf('a', { ...old, verifiedOn: '2026-11-25' })];
    expect(await run('2026-11-30', confirmed)).toEqual([['a new']]);
    expect(await run('2026-12-07', confirmed)).toEqual([]);
  });

  test('a call that was never told is not withdrawn', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    await run('2026-11-23', [closing('clos', '2026-03-01'), opportunityOf('sans-date')]);
    expect(await run('2026-11-30', [])).toEqual([]);
  });

  test('a territory that changes: withdrawn from some, new to others, once', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    await run('2026-11-23', [closing('a', '2027-03-01'), opportunityOf('b', { rhythm: 'permanent', ...elsewhere })]);
    const changed = [
      opportunityOf('a', { windows: [{ closesOn: '2027-03-01' }], ...elsewhere }),
      opportunityOf('b', { rhythm: 'permanent' }),
    ];
    expect(await run('2026-11-30', changed)).toEqual([['b new', 'a withdrawn']]);
    expect(await run('2026-12-07', changed)).toEqual([]);
    const [back] = [closing('a', '2027-03-01')];
    expect(await run('2026-12-14', [back, ...changed.slice(1)])).toEqual([['a back']]);
  });

  test('what is rewritten without its dates is silent', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    await run('2026-11-23', [closing('a', '2027-03-01')]);
    const rewritten = opportunityOf('a', {
      title: 'Un autre titre',
      summary: 'Un autre résumé.',
      windows: [{ closesOn: '2027-03-01', note: 'à midi' }],
    });
    expect(await run('2026-11-30', [rewritten])).toEqual([]);
  });
});

describe('what usually happens', () => {
  const habit = (slug: string, opens: string[], closes: string[], changes = {}) =>
    opportunityOf(slug, { rhythm: 'annual', usualMonths: { opens, closes }, ...changes });
  const usual = [habit('avent', ['12'], ['3']), habit('ete', ['7'], ['9'])];

  test('is told once a round, in the first digest of a month, and then makes a message by itself', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    await run('2026-10-05', []);
    expect(await run('2026-10-12', usual)).toEqual([['avent new', 'ete new']]);
    expect(await run('2026-10-26', usual)).toEqual([]);
    expect(await run('2026-11-02', usual)).toEqual([['avent usual 2026-12–2027-03']]);
    for (const day of ['2026-11-09', '2026-12-07', '2027-01-04', '2027-02-01', '2027-03-01', '2027-05-31']) {
      expect(await run(day, usual)).toEqual([]);
    }
    expect(await run('2027-06-07', usual)).toEqual([['ete usual 2027-07–2027-09']]);
    expect(await run('2027-11-01', usual)).toEqual([['avent usual 2027-12–2028-03']]);
  });

  test('waits for the next month or for other news when its months come in the middle of one', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    const [avent = opportunityOf('avent')] = usual;
    await run('2026-11-02', [opportunityOf('avent')]);
    expect(await run('2026-11-09', [avent])).toEqual([]);
    const other = correspondence(recipientOf('weekly'));
    await other.run('2026-11-02', [opportunityOf('avent')]);
    expect(await other.run('2026-11-09', [avent, opportunityOf('b', { rhythm: 'permanent' })])).toEqual([
      ['avent usual 2026-12–2027-03', 'b new'],
    ]);
    expect(await other.run('2026-12-07', [avent, opportunityOf('b', { rhythm: 'permanent' })])).toEqual([]);
    expect(await run('2026-12-07', [avent])).toEqual([['avent usual 2026-12–2027-03']]);
  });

  test('with an announced date, is a date and no habit', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    await run('2026-11-02', usual);
    const announced = [habit('avent', ['12'], ['3'], { windows: [{ opensOn: '2026-12-08', closesOn: '2027-03-15' }] })];
    expect(await run('2026-11-09', [...announced, ...usual.slice(1)])).toEqual([['avent dated']]);
    expect(await run('2026-12-07', [...announced, ...usual.slice(1)])).toEqual([]);
    expect(await run('2026-12-14', [...announced, ...usual.slice(1)])).toEqual([['avent opened']]);
  });

  test('is said as a habit, with the age of what was read, never as a deadline', () => {
    const old = habit('vieux', ['11'], ['12'], { sources: [{ url: 'https://exemple.org/', publishedOn: '2021' }] });
    const [letter] = lettersOf('2026-11-23', [...usual, old]);
    expect(letter?.subject).toBe('Votre première veille\u00a0: 2\u00a0habitudes à confirmer — Vaise');
    const [part] = letter?.parts ?? [];
    expect(part?.title).toBe('D’habitude, ce mois-ci et le mois prochain');
    expect(part?.lines.map(({ title, words }) => `${title}: ${words}`)).toEqual([
      'avent: s’ouvre d’habitude en décembre, à confirmer',
      'vieux: d’habitude ouvert jusqu’en décembre, à reconfirmer, vu en 2021',
    ]);
  });
});

describe('the first message', () => {
  test('tells what is dated, then the habits near, and counts what is open all year long', () => {
    const all = [
      ...Array.from({ length: 40 }, (_, index) => closing(`clos-${index}`, '2025-03-01')),
      ...Array.from({ length: 5 }, (_, index) => opportunityOf(`permanent-${index}`, { rhythm: 'permanent' })),
      opportunityOf('avent', { rhythm: 'annual', usualMonths: { opens: ['12'], closes: [] } }),
      opportunityOf('printemps', { rhythm: 'annual', usualMonths: { opens: ['4'], closes: [] } }),
      closing('proche', '2026-12-01'),
      closing('ouvert', '2027-02-01'),
    ];
    const [letter] = lettersOf('2026-11-23', all);
    expect(letter?.subject).toBe(
      'Votre première veille\u00a0: 7\u00a0financements, dont 1 à rendre dans les 14 jours — Vaise',
    );
    expect(letter?.parts.map(({ title, cards, lines }) => [title, cards.length, lines.length])).toEqual([
      ['À rendre dans les 14 jours', 1, 0],
      ['Ouverts, ou bientôt', 1, 0],
      ['D’habitude, ce mois-ci et le mois prochain', 0, 1],
      ['Toute l’année', 0, 0],
    ]);
    expect(letter?.parts.at(-1)?.note).toContain('5\u00a0financements sont ouverts toute l’année');
  });
});

describe('an entry that changes name', () => {
  const redirects = [
    { from: '/financements/ancien/', to: '/financements/moyen/' },
    { from: '/financements/moyen/', to: '/financements/nouveau/' },
    { from: '/cantines/lyon-9/', to: '/cantines/vaise/' },
    { from: '/financements/autre/', to: 'https://exemple.org/' },
  ];
  const renames = renamesOf(redirects, { opportunities: new Set(['nouveau']), cantines: new Set(['vaise']) });

  test('is the same opportunity, and the same recipient', async () => {
    const { run } = correspondence(recipientOf('weekly', 'cantines/lyon-9'));
    await run('2026-11-23', [closing('ancien', '2027-03-01')]);
    const now = { recipient: recipientOf('weekly'), renames };
    expect(await run('2026-11-30', [closing('nouveau', '2027-03-01')], now)).toEqual([]);
    expect(await run('2026-12-07', [closing('nouveau', '2027-04-01')], now)).toEqual([['nouveau moved']]);
  });

  test('leads to an entry that is there, from one that is not', () => {
    expect([...renames.opportunities]).toEqual([
      ['ancien', 'nouveau'],
      ['moyen', 'nouveau'],
    ]);
    expect(
      renamesOf(redirects, { opportunities: new Set(['ancien', 'nouveau']), cantines: new Set() }).opportunities.has(
        'ancien',
      ),
    ).toBe(false);
  });
});

describe('a memory of version 1', () => {
  const memory = (calls: Record<string, { told: boolean; until?: string; reminded?: string[] }>): AlertState => ({
    version: 2,
    recipients: { 'cantines/vaise': { memory: { digestOn: '2026-11-23', calls } } },
  });

  test('tells nothing twice', async () => {
    const { run } = correspondence(
      recipientOf('weekly'),
      memory({
        a: { told: true, until: '2027-03-01' },
        b: { told: true },
        parti: { told: true, until: '2026-12-01' },
        clos: { told: false, until: '2026-03-01' },
      }),
    );
    const same = [
      dated('a', '2026-10-01', '2027-03-01'),
      opportunityOf('b', { rhythm: 'permanent' }),
      closing('clos', '2026-03-01'),
    ];
    expect(await run('2026-11-25', same)).toEqual([]);
    expect(await run('2026-11-30', same)).toEqual([]);
    expect(await run('2026-12-07', same)).toEqual([]);
  });

  test('finds what it does not hold: a date that came, another that moved', async () => {
    const { run } = correspondence(
      recipientOf('weekly'),
      memory({ a: { told: true }, b: { told: true, until: '2027-01-12' }, c: { told: false, until: '2026-03-01' } }),
    );
    const now = [
      dated('a', '2026-12-20', '2027-03-01'),
      closing('b', '2026-12-28'),
      closing('c', '2026-03-01', '2027-04-01'),
    ];
    expect(await run('2026-11-25', now)).toEqual([['b moved']]);
    expect(await run('2026-11-30', now)).toEqual([['c dated', 'a dated']]);
    expect(await run('2026-12-07', now)).toEqual([]);
  });
});

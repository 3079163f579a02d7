import { describe, expect, test } from 'vitest';
import { NETWORK } from '#funding/matching/candidates.ts';
import { passesFilter, sayFilter, type AlertFilter } from '#jobs/alerts/filter.ts';
import { letterOf } from '#jobs/alerts/letter.ts';
import { planMails } from '#jobs/alerts/plan.ts';
import { NOTHING_SENT } from '#jobs/alerts/state.ts';
import { closing, correspondence, opportunityOf, recipientOf } from '../../support/correspondence.ts';

const all: AlertFilter = { types: [] };
const departement = (code: string) => ({ territory: { scope: 'departement', name: 'Là', codes: [code] } });

describe('what a filter lets through', () => {
  test.each<[string, Partial<AlertFilter>, Record<string, unknown>, boolean]>([
    ['everything, without a condition', {}, {}, true],
    ['a type that is asked for', { types: ['prix', 'pret'] }, { kind: 'prix' }, true],
    ['another type', { types: ['pret'] }, { kind: 'prix' }, false],
    ['as much as the minimum', { minAmount: 5000 }, { amounts: { max: 5000 } }, true],
    ['less than the minimum', { minAmount: 5000 }, { amounts: { max: 4999 } }, false],
    ['a minimum alone, which is also the most that is known', { minAmount: 5000 }, { amounts: { min: 500 } }, false],
    ['an amount that nobody wrote', { minAmount: 5000 }, {}, true],
    ['the whole country', { regions: ['53'] }, {}, true],
    ['a place of the region', { regions: ['84', '53'] }, departement('35'), true],
    ['a place elsewhere', { regions: ['53'] }, departement('69'), false],
    ['a territory without codes', { regions: ['53'] }, { territory: { scope: 'other', name: 'Le littoral' } }, true],
  ])('%s', (_title, filter, changes, passes) => {
    expect(passesFilter(opportunityOf('a', changes).data, { ...all, ...filter })).toBe(passes);
  });

  test('is said in words, or not at all', () => {
    expect(sayFilter(all)).toBeUndefined();
    expect(sayFilter({ types: ['pret', 'prix'], minAmount: 5000, regions: ['53', '44'] })).toBe(
      'prêt ou prix, à partir de 5\u202f000\u00a0€, régions\u00a0: Bretagne, Grand Est, et toute la France',
    );
    expect(sayFilter({ types: [], regions: ['02'] })).toBe('région\u00a0: Martinique, et toute la France');
  });
});

describe('a recipient with a filter', () => {
  const loan = opportunityOf('pret', { kind: 'pret', windows: [{ closesOn: '2026-12-05' }] });
  const prize = closing('prix', '2027-03-01');
  const onlyPrizes = { ...recipientOf('weekly'), filter: { types: ['prix' as const] } };

  test('hears of nothing else, not even of its deadlines', async () => {
    const { run } = correspondence(onlyPrizes);
    expect(await run('2026-11-23', [loan, prize])).toEqual([['prix new']]);
    expect(await run('2026-11-30', [prize])).toEqual([]);
  });

  test('who asks for less is not told that the rest is withdrawn; who asks for more again, only what changed', async () => {
    const { run } = correspondence(recipientOf('weekly'));
    const late = opportunityOf('pret', { kind: 'pret', windows: [{ closesOn: '2027-04-05' }] });
    await run('2026-11-23', [late, prize]);
    expect(await run('2026-11-30', [late, prize], { recipient: onlyPrizes })).toEqual([]);
    const more = opportunityOf('autre', { kind: 'pret', windows: [{ closesOn: '2027-05-05' }] });
    expect(await run('2026-12-07', [late, prize, more], { recipient: onlyPrizes })).toEqual([]);
    expect(await run('2026-12-14', [late, prize, more])).toEqual([['autre new']]);
  });

  test('reads which filter the message answers, and how much it leaves out', () => {
    const now = new Date('2026-11-23T02:00:00Z');
    const network = { ...recipientOf('monthly', 'reseau'), candidate: NETWORK, filter: { types: [], minAmount: 5000 } };
    const opportunities = [
      opportunityOf('petit', { audience: ['reseau'], rhythm: 'permanent', amounts: { max: 500 } }),
      opportunityOf('clos', { audience: ['reseau'], windows: [{ closesOn: '2026-01-01' }], amounts: { max: 500 } }),
      opportunityOf('grand', { audience: ['reseau'], rhythm: 'permanent', amounts: { max: 50_000 } }),
    ];
    const { mails } = planMails({ now, recipients: [network], opportunities, state: NOTHING_SENT });
    const [letter] = mails.map((mail) =>
      letterOf(mail, { now, opportunities, siteUrl: 'https://www.exemple.org', unsubscribe: 'veille@reseau.example' }),
    );
    expect(letter?.why.sentences[1]).toBe(
      'Ces alertes suivent un filtre\u00a0: à partir de 5\u202f000\u00a0€. Il laisse de côté 1\u00a0financement qui pourrait convenir à la cantine de Vaise.',
    );
  });
});

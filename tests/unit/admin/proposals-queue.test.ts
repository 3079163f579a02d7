/** What waits: nothing twice, nothing lost. */
import { describe, expect, test } from 'vitest';
import { sayCount } from '#admin/proposals/count.ts';
import { arrive, doneOf, type Done, type Waiting } from '#admin/proposals/queue.ts';
import { sayArrival } from '#admin/proposals/words.ts';
import type { Proposal } from '#proposals/proposal.ts';
import { entryOf } from '../../support/entries.ts';
import { allRight, changed, proposalOn } from '../../support/proposals.ts';

const DAY = '2026-11-23';
const NOW = Date.parse(`${DAY}T10:00:00Z`);
const on = { collection: 'cantines', slug: 'annecy', data: entryOf('cantines') } as const;
const made = (told: Partial<Proposal> = {}) => proposalOn(on, DAY, allRight(on, DAY), told);

/** A queue that takes proposals one after the other. */
function taking(...proposals: Proposal[]) {
  let queue: Waiting[] = [];
  const arrivals = proposals.map((proposal) => {
    const arrival = arrive(queue, [], proposal, NOW);
    if (arrival.is === 'new' || arrival.is === 'twice')
      queue = [...queue.filter(({ key }) => key !== arrival.replaces), arrival.waiting];
    return arrival.is;
  });
  return { queue, arrivals };
}

describe('duplicates', () => {
  test('the same e-mail twice is one', () => {
    const proposal = made();
    expect(taking(proposal, proposal)).toMatchObject({ arrivals: ['new', 'same'], queue: [{ ids: [proposal.id] }] });
  });

  test('two people who say the same are one, told twice, whatever the order', () => {
    const [guest, team] = [made({ by: 'guest', saidOn: '2026-11-24' }), made()];
    for (const order of [
      [guest, team],
      [team, guest],
    ]) {
      const { queue, arrivals } = taking(...order);
      expect(arrivals).toEqual(['new', 'twice']);
      expect(queue).toHaveLength(1);
      expect(queue[0]?.proposal).toEqual(team);
      expect(new Set(queue[0]?.ids)).toEqual(new Set([guest.id, team.id]));
    }
  });

  test('of two who vouch alike, the later day is kept', () => {
    expect(taking(made(), made({ saidOn: '2026-11-24' })).queue[0]?.proposal.saidOn).toBe('2026-11-24');
  });

  test('what differs waits beside', () => {
    const differing = { ...made(), answers: { dietsNote: changed(on, 'dietsNote', 'Sans porc.') } };
    expect(taking(made(), differing, made({ slug: 'metz' })).arrivals).toEqual(['new', 'new', 'new']);
  });

  test('a copy under the same reference never signs itself more than the first', () => {
    const guest = made({ by: 'guest' });
    const { queue, arrivals } = taking(guest, { ...guest, by: 'network' });
    expect(arrivals).toEqual(['new', 'same']);
    expect(queue[0]?.proposal.by).toBe('guest');
  });

  test('a copy under the same reference that says something else is another', () => {
    const first = made();
    const forged = { ...first, answers: { dietsNote: changed(on, 'dietsNote', 'Autre chose.') } };
    expect(taking(first, forged).arrivals).toEqual(['new', 'new']);
  });
});

describe('replayed', () => {
  const waiting: Waiting = { key: 'a', ids: [], proposal: made(), keptAt: NOW };
  const done = (how: Done['how']) => [doneOf({ ...waiting, ids: [waiting.proposal.id] }, how, NOW)];

  test.each([
    ['accepted', 'déjà acceptée ici, le 23\u00a0novembre 2026'],
    ['refused', 'déjà refusée ici, le 23\u00a0novembre 2026'],
  ] as const)('%s here already, it is told so', (how, words) => {
    const arrival = arrive([], done(how), waiting.proposal, NOW);
    expect(arrival.is).toBe('done');
    expect(sayArrival(arrival)).toBe(words);
  });

  test('unless an editor wants to read it again', () => {
    expect(arrive([], done('refused'), waiting.proposal, NOW, true).is).toBe('new');
  });

  test('the same words of somebody else are news', () => {
    expect(arrive([], done('accepted'), made(), NOW).is).toBe('new');
  });
});

test('the desk says how many wait', () => {
  expect([sayCount(0), sayCount(2)]).toEqual(['Propositions', 'Propositions (2)']);
});

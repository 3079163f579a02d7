/** What the frozen network says of its hours: the badge says what the page says. */
import { expect, test } from 'vitest';
import { named, readPages, textOf } from '../support/dist.ts';
import { networkEntries } from '../support/network.ts';

const UNKNOWN = 'Horaires à demander';
const pages = new Map(readPages().map((page) => [page.path, page]));

/** The badge of a fiche, as it stands before any script; spaces as one types them. */
const badgeOf = (slug: string): string | undefined => {
  const page = pages.get(`/cantines/${slug}/`);
  const [badge] = page ? named(page, 'opening-badge') : [];
  return badge && textOf(badge).trim().replaceAll(/\s/g, ' ');
};

const open = networkEntries('cantines').filter(({ data }) => data.status === 'open');

test('the badge knows no hours only when no hour is told below', () => {
  const contradicted = open
    .filter(({ id }) => badgeOf(id) === UNKNOWN)
    .filter(({ data: { openingHours } }) => openingHours.slots.length > 0 || /\d\sh\b/.test(openingHours.note ?? ''))
    .map(({ id }) => id);
  expect(contradicted).toEqual([]);
  expect(open.map(({ id }) => badgeOf(id))).toContain(UNKNOWN);
});

test.each([
  ['oullins', 'On cuisine à 9 h 30, jours à demander'],
  ['paris-13e', 'On cuisine à 9 h 30 et on mange à 12 h 30, jours à demander'],
  ['lyon-vaise', 'On cuisine à 9 h 30, on mange le midi et le soir, jours à demander'],
  ['bordeaux', 'Du mardi au vendredi, on mange le midi'],
])('%s: %s', (slug, words) => {
  expect(badgeOf(slug)).toBe(words);
});

/** What the frozen network offers to who wants to ask: no dead end, no door that is not open yet. */
import { expect, test } from 'vitest';
import { attr, named, readPages, textOf } from '../support/dist.ts';
import { networkEntries } from '../support/network.ts';

const pages = new Map(readPages().map((page) => [page.path, page]));
const cantines = networkEntries('cantines');

function fiche(slug: string) {
  const page = pages.get(`/cantines/${slug}/`);
  if (!page) throw new Error(`No fiche of ${slug}.`);
  const [main] = named(page, 'main');
  const links = named(page, 'a').map((link) => ({ href: attr(link, 'href') ?? '', text: textOf(link).trim() }));
  return { page, words: main ? textOf(main) : '', links };
}

test('whoever reads of a cantine in preparation is asked to help, and sent to no table', () => {
  const preparing = cantines.filter(({ data }) => data.status === 'preparing');
  expect(preparing.length).toBeGreaterThan(0);
  for (const { id } of preparing) {
    const { words } = fiche(id);
    expect(words).toMatch(/Une équipe se prépare/);
    expect(words).toMatch(/Envie d’aider/);
    expect(words).not.toMatch(/avant de venir|préparer votre venue/);
  }
});

test('a cantine that is being prepared next door is a neighbour too', () => {
  const { words, links } = fiche('bagnolet');
  expect(links.some(({ href }) => href === '/cantines/les-lilas/')).toBe(true);
  expect(words).toMatch(/Les plus proches[\s\S]*Les Lilas[^,]*, en préparation/);
});

test('an open cantine without telephone nor e-mail says whom to ask, and promises no call', () => {
  const mute = cantines.filter(
    ({ data: { status, contacts } }) => status === 'open' && !contacts.telephone && !contacts.email,
  );
  expect(mute.length).toBeGreaterThan(10);
  for (const { id } of mute) {
    const { words, links } = fiche(id);
    expect(words).toMatch(/Pas encore de numéro ici[\s\S]*passez par le site/);
    expect(links.some(({ href }) => href === 'https://www.lespetitescantines.org')).toBe(true);
    expect(words).not.toMatch(/appel suffit|appelez/);
  }
});

test('a piece of information is told in one tap, from each fiche and each card', () => {
  const TELL = 'Signaler une information';
  for (const { id } of cantines) {
    const { links } = fiche(id);
    const [tell] = links.filter(({ text }) => text === TELL);
    expect(tell?.href).toBe(`/cantines/${id}/confirmer/`);
    expect(pages.has(`/cantines/${id}/confirmer/`)).toBe(true);
  }
  const list = pages.get('/cantines/');
  const onCards = list && named(list, 'a').filter((link) => textOf(link).trim() === TELL);
  expect(onCards).toHaveLength(cantines.length);
});

test('no page says that a call is enough', () => {
  expect([...pages.values()].filter(({ html }) => /un appel suffit/.test(html)).map(({ path }) => path)).toEqual([]);
});

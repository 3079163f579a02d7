import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchAnswer, Engine } from '#search/engine.ts';
import { indexPages, searchedPart } from '#search/index-pages.ts';
import { loadEngine, writeIndex } from '../../support/search/load-engine.ts';

const page = (kind: string, title: string, body: string) =>
  `<!doctype html><html lang="fr"><head><title>${title} – Les Petites Cantines</title></head>
  <body><nav>menu commun</nav><main data-pagefind-body data-pagefind-filter="genre:${kind}"><h1>${title}</h1>${body}</main></body></html>`;

const PAGES = {
  '/cantines/vaise/': page('Cantines', 'Vaise', '<p>Près de l’hôpital, 69009 Lyon. Prix libre.</p>'),
  '/cantines/saint-etienne/': page('Cantines', 'Saint-Étienne', '<p>Table d’été, au cœur du quartier.</p>'),
  '/plaidoyer/oeuvre/': page('Plaidoyer', 'L’œuvre commune', '<p>On y parle d&rsquo;hôpital, et de Vaise.</p>'),
  '/guides/bilan/': page('Guides', 'Rédiger un bilan', '<p>Votre association <b>agit</b>&nbsp;: 19 000 repas.</p>'),
  '/recherche/': '<html lang="fr"><body><main><h1>Rechercher hôpital</h1></main></body></html>',
} as const;

describe('the search over real Pagefind files', () => {
  let folder = '';
  let engine: Engine;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recherche-'));
    const pages = Object.entries(PAGES).map(([url, html]) => ({ url, html }));
    expect(await writeIndex(folder, pages)).toBe(4);
    engine = await loadEngine(folder);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  const urls = async (answer: SearchAnswer) => (await answer.hits(0, 10)).map(({ url }) => url).sort();

  test.each([
    ['hopital', ['/cantines/vaise/', '/plaidoyer/oeuvre/']],
    ['hôpital', ['/cantines/vaise/', '/plaidoyer/oeuvre/']],
    ['l’hôpital', ['/cantines/vaise/', '/plaidoyer/oeuvre/']],
    ["l'hopital", ['/cantines/vaise/', '/plaidoyer/oeuvre/']],
    ['oeuvre', ['/plaidoyer/oeuvre/']],
    ['œuvre', ['/plaidoyer/oeuvre/']],
    ['l’œuvre', ['/plaidoyer/oeuvre/']],
    ['ŒUVRES', ['/plaidoyer/oeuvre/']],
    ['coeur', ['/cantines/saint-etienne/']],
    ['cœur', ['/cantines/saint-etienne/']],
    ['été', ['/cantines/saint-etienne/']],
    ['ete', ['/cantines/saint-etienne/']],
    ['d’été', ['/cantines/saint-etienne/']],
    ['l’été', ['/cantines/saint-etienne/']],
    ['saint etienne', ['/cantines/saint-etienne/']],
    ['Saint-Étienne', ['/cantines/saint-etienne/']],
    ['ETIENNE', ['/cantines/saint-etienne/']],
    ['« Vaise »', ['/cantines/vaise/', '/plaidoyer/oeuvre/']],
    ['«\u00a0Vaise\u00a0»', ['/cantines/vaise/', '/plaidoyer/oeuvre/']],
    ['"prix libre"', ['/cantines/vaise/']],
    ['69009', ['/cantines/vaise/']],
    ['690', ['/cantines/vaise/']],
    ['l’association', ['/guides/bilan/']],
    ['bilans', ['/guides/bilan/']],
    ['menu', []],
    ['', []],
    ['’', []],
  ])('%s', async (typed, expected) => {
    expect(await urls(await engine.search(typed))).toEqual(expected);
  });

  test('counts every kind, and narrows to one', async () => {
    const { total, counts } = await engine.search('hôpital', 'Plaidoyer');
    expect(total).toBe(1);
    expect(counts).toMatchObject({ all: 2, Cantines: 1, Plaidoyer: 1, Guides: 0 });
  });

  test('leaves out the words that no page holds, and says which', async () => {
    const answer = await engine.search('zébulon hôpital');
    expect(answer.unknown).toEqual(['zébulon']);
    expect(answer.total).toBe(2);
  });

  test('does not take a short word for a longer one', async () => {
    // `l` and `d` are words of the index, since `l'hôpital` and `d'été` are cut.
    expect(await engine.search('lampadaire')).toMatchObject({ total: 0, unknown: ['lampadaire'] });
    expect(await engine.search('dromadaire')).toMatchObject({ total: 0, unknown: ['dromadaire'] });
  });

  test('reads a slip of the finger as the word it looks like', async () => {
    const answer = await engine.search('hôpitla de Vaize');
    expect(answer).toMatchObject({ corrected: 'hôpital de Vaise', unknown: [] });
    expect(answer.corrections).toEqual([
      { typed: 'hôpitla', read: 'hôpital' },
      { typed: 'Vaize', read: 'Vaise' },
    ]);
    expect(await urls(answer)).toEqual(['/cantines/vaise/', '/plaidoyer/oeuvre/']);
  });

  test('answers a place by the finder, before what else is said of it', async () => {
    const answer = await engine.search('69600');
    expect(answer).toMatchObject({ total: 0, isPlaceFirst: true });
    expect(answer.place?.url).toMatch(/^\/cantines\/\?lieu=/);
    expect((await engine.search('69600', 'Guides')).place).toBeUndefined();
    expect((await engine.search('Saint-Étienne')).place?.title).toMatch(/^Les cantines près de Saint-Étienne/);
  });

  test('puts the cantine of a name first', async () => {
    const [first] = await (await engine.search('vaise')).hits(0, 1);
    expect(first?.url).toBe('/cantines/vaise/');
  });

  test('shows titles and excerpts with their typography, the title once', async () => {
    const [hit] = await (await engine.search('oeuvre')).hits(0, 1);
    expect(hit).toMatchObject({ title: 'L’œuvre commune', kind: 'Plaidoyer' });
    expect(hit?.excerpt.map(({ text }) => text).join('')).toBe('On y parle d’hôpital, et de Vaise.');
    const [guide] = await (await engine.search('association')).hits(0, 1);
    expect(guide?.excerpt).toEqual([
      { text: 'Votre ', mark: false },
      { text: 'association', mark: true },
      { text: ' agit\u00a0: 19\u202f000 repas.', mark: false },
    ]);
  });
});

describe('what a page does not know', () => {
  const unknown = (body: string) => searchedPart(`<html><body><main data-pagefind-body>${body}</main></body></html>`);

  test.each([
    '<dl><div><dt>Toilettes en fauteuil</dt><dd>non renseigné</dd></div></dl>',
    '<dl><dt>Toilettes en fauteuil</dt><dd><svg></svg> Non renseignée</dd></dl>',
    '<p>Le fauteuil n’est pas renseigné : demandez.</p>',
    '<p>Ni fauteuil ni poussette renseignés.</p>',
    '<p>Pas encore connu : places, fauteuil, langues.</p>',
    '<section><h2>Fauteuil</h2><p>Non renseigné.</p></section>',
  ])('is not found: %s', (body) => {
    expect(unknown(body)).not.toMatch(/fauteuil/i);
  });

  test.each([
    '<dl><dt>Toilettes en fauteuil</dt><dd>Oui</dd></dl>',
    '<p>On entre en fauteuil ; le reste n’est pas renseigné.</p>',
    '<div class="prose"><p>Le fauteuil n’est pas renseigné partout.</p></div>',
    '<section><h2>Fauteuil</h2><p>De plain-pied.</p></section>',
  ])('but what it says is: %s', (body) => {
    expect(unknown(body)).toMatch(/fauteuil/i);
  });
});

test.each([
  ['<main data-pagefind-body>un</main>', 1],
  ['<main class="a" data-pagefind-body="true" id=x>un</main>', 1],
  ['<p>data-pagefind-body</p>', 0],
  ['<!-- <main data-pagefind-body> --><p title="<main data-pagefind-body>">un</p>', 0],
])('only a page that asks for it is searchable: %s', async (body, pages) => {
  expect((await indexPages([{ url: '/', html: `<html lang="fr"><body>${body}</body></html>` }])).pages).toBe(pages);
  await close();
});

test('an index of nothing holds no page', async () => {
  expect((await indexPages([])).pages).toBe(0);
  await close();
});

import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { close } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createEngine, type SearchAnswer, type Engine, type Pagefind } from '#search/engine.ts';
import { indexPages } from '#search/index-pages.ts';

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

/** Loads the index as a browser does, from its folder. */
async function loadPagefind(folder: string): Promise<Pagefind> {
  vi.stubGlobal('fetch', async (address: string) => {
    return new Response(await readFile(address.replace(/\?.*$/, '')));
  });
  const module = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.js')).href)) as {
    createInstance(options: { basePath: string; baseUrl: string }): Pagefind;
  };
  return module.createInstance({ basePath: `${folder}/`, baseUrl: '/' });
}

describe('the search over real Pagefind files', () => {
  let folder = '';
  let engine: Engine;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recherche-'));
    const pages = Object.entries(PAGES).map(([url, html]) => ({ url, html }));
    const index = await indexPages(pages);
    expect(index.pages).toBe(4);
    for (const [path, content] of index.files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    engine = await createEngine(await loadPagefind(folder));
  });

  afterAll(async () => {
    vi.unstubAllGlobals();
    await close();
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

import { close } from 'pagefind';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { DevIndex, pageLinks } from '#search/dev-index.ts';

const page = (body: string) =>
  `<html lang="fr"><body><main data-pagefind-body><h1>Page</h1>${body}</main></body></html>`;

afterAll(async () => {
  await close();
});

function devIndex(site: Record<string, string | Error>, quiet?: () => Promise<void>) {
  const warn = vi.fn<(message: string) => void>();
  const read = vi.fn<(path: string) => Promise<string | undefined>>((path) => {
    const html = site[path];
    return html instanceof Error ? Promise.reject(html) : Promise.resolve(html);
  });
  return { warn, read, index: new DevIndex({ read, warn, settleMs: 20, ...(quiet && { quiet }) }) };
}

const pageCount = async (index: DevIndex) => {
  const entry = new TextDecoder().decode(await index.file('pagefind-entry.json'));
  return (JSON.parse(entry) as { languages: { fr: { page_count: number } } }).languages.fr.page_count;
};

describe('DevIndex', () => {
  test('follows the links, passes the pages in error, and makes a search wait', async () => {
    const { index, warn } = devIndex({
      '/': page('<a class="x" href="/cantines/vaise/?de=accueil#plan">Vaise</a> <a href="/casse/">x</a>'),
      '/cantines/vaise/': page('<a href="/">accueil</a>'),
      '/casse/': new Error('cassé'),
    });
    expect(await pageCount(index)).toBe(2);
    expect(warn).toHaveBeenCalledWith('La recherche passe /casse/ : cassé');
  });

  test('reads again what changed, what leads to it, and what appears; forgets what is gone', async () => {
    const site: Record<string, string> = {
      '/': page('<a href="/cantines/">Cantines</a>'),
      '/cantines/': page('<a href="/cantines/vaise/">Vaise</a>'),
      '/cantines/vaise/': page('Vaise'),
      '/chiffres/': page('19 000'),
    };
    const { index, read } = devIndex(site);
    expect(await pageCount(index)).toBe(4);

    site['/cantines/'] = page('<a href="/cantines/perrache/">Perrache</a>');
    site['/cantines/perrache/'] = page('Perrache');
    delete site['/cantines/vaise/'];
    read.mockClear();
    index.change(['/cantines/vaise/']);
    expect(await pageCount(index)).toBe(4);
    const paths = read.mock.calls.map(([path]) => path).sort();
    expect(paths).toEqual(['/cantines/', '/cantines/perrache/', '/cantines/vaise/']);
  });

  test('a change before anyone searched costs nothing', () => {
    const { index, read } = devIndex({ '/': page('x') });
    index.change(['/']);
    expect(read).not.toHaveBeenCalled();
  });

  test('lets others pass first, until somebody searches', async () => {
    const quiet = vi.fn(() => new Promise<void>(() => undefined));
    const { index, read } = devIndex({ '/': page('<a href="/a/">a</a>'), '/a/': page('a') }, quiet);
    index.start();
    await Promise.resolve();
    expect(quiet).toHaveBeenCalled();
    expect(read).not.toHaveBeenCalled();
    expect(await pageCount(index)).toBe(2);
  });

  test('answers nothing for a file that is not of the index', async () => {
    const { index } = devIndex({ '/': page('x') });
    expect(await index.file('rien.js')).toBeUndefined();
  });
});

test('linksOf keeps the pages of the site', () => {
  const html = `<a href="/">a</a><a href="/a/b/">b</a><a title=x href="/c/?q=1">c</a><a href="/d.pdf">d</a>
    <a href="//autre.fr/">e</a><a href="https://x.fr/">f</a><a href="/admin/">g</a><a href="/embed/cantines/">h</a>`;
  expect([...pageLinks(html)]).toEqual(['/', '/a/b/', '/c/']);
});

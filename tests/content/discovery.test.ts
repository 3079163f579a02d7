import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { distDir, fileOf, metaContent, readPages, siteUrl } from '../support/dist.ts';

const pages = readPages();
const read = (file: string) => readFileSync(join(distDir, file), 'utf8');
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location = '']) => location);

describe('search engines', () => {
  test('the sitemap lists every page to index, and nothing else', () => {
    const maps = locations(read('sitemap-index.xml')).map((address) => read(address.slice(siteUrl.length + 1)));
    const listed = maps.flatMap(locations).map((address) => address.slice(siteUrl.length));
    const indexable = pages
      .filter((page) => !(metaContent(page, 'robots') ?? '').includes('noindex') && !page.path.startsWith('/embed/'))
      .map(({ path }) => path);
    expect(listed.toSorted()).toEqual(indexable.toSorted());
  });

  test('robots.txt names the sitemap and keeps the CMS out', () => {
    const robots = read('robots.txt');
    expect(robots).toContain(`Sitemap: ${siteUrl}/sitemap-index.xml`);
    expect(robots).toMatch(/^Disallow: \/(?:admin\/)?$/m);
  });

  test('llms.txt leads to pages and files of the site, by absolute addresses', () => {
    const text = read('llms.txt');
    expect(text).toMatch(/^# .+\n\n> .+\n/);
    const lines = text.split('\n').filter((line) => line.startsWith('- '));
    const addresses = lines.map((line) => /^- \[.+\]\((\S+)\)(?:: .+)?$/.exec(line)?.[1] ?? line);
    expect(addresses).toContain(`${siteUrl}/cantines.json`);
    expect(addresses.filter((url) => !url.startsWith(`${siteUrl}/`))).toEqual([]);
    expect(addresses.filter((url) => !existsSync(fileOf(url.slice(siteUrl.length))))).toEqual([]);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('the CMS asks not to be indexed', () => {
    expect(readFileSync(fileOf('/admin/'), 'utf8')).toMatch(/<meta name="robots" content="noindex"\s*\/?>/);
  });

  test('no page but the CMS loads it', () => {
    const cms = /src="(\/_astro\/[^"]+\.js)"/.exec(readFileSync(fileOf('/admin/'), 'utf8'))?.[1];
    expect(cms).toBeDefined();
    expect(pages.filter(({ html }) => html.includes(cms ?? '')).map(({ path }) => path)).toEqual([]);
  });

  test('the 404 page exists and is not indexed', () => {
    const page = pages.find(({ path }) => path === '/404.html');
    expect(page && metaContent(page, 'robots')).toBe('noindex');
  });
});

describe('search of the site', () => {
  test('an index was built', () => {
    expect(existsSync(join(distDir, 'pagefind/pagefind.js'))).toBe(true);
    const { languages } = JSON.parse(read('pagefind/pagefind-entry.json')) as {
      languages: Record<string, { page_count: number }>;
    };
    expect(Object.keys(languages)).toEqual(['fr']);
    const searchable = pages.filter(({ html }) => html.includes('data-pagefind-body')).length;
    expect(languages['fr']?.page_count).toBe(searchable);
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const REGIONS = 13;

/**
 * Makes the finder of a built site with `count` cantines in all, spread over France and listed by region: its cards and
 * records multiplied.
 */
export async function manyCantines(dist: string): Promise<(count: number) => string> {
  const page = await readFile(join(dist, 'cantines/index.html'), 'utf8');
  const card = /<li class="cantine[^>]*id="lyon-perrache"[\s\S]*?<\/li>/.exec(page)?.[0];
  const records = /<script type="application\/json">(\[.*?\])<\/script>/s.exec(page);
  if (!card || !records?.[1]) throw new Error(`${dist}: /cantines/ has no card of Lyon Perrache, or no records.`);
  const sample = (JSON.parse(records[1]) as { slug: string; point: object }[]).find(
    ({ slug }) => slug === 'lyon-perrache',
  );
  return (count) => {
    const numbers = Array.from({ length: count }, (_, index) => index);
    const cards = numbers.map((n) =>
      card.replaceAll('lyon-perrache', `cantine-${n}`).replaceAll('Lyon Perrache', `Cantine ${n}`),
    );
    const made = numbers.map((n) => ({
      ...sample,
      slug: `cantine-${n}`,
      title: `Cantine ${n}`,
      point: { ...sample?.point, latitude: 43 + ((n * 0.618) % 7), longitude: -1 + ((n * 0.414) % 8) },
    }));
    const size = Math.ceil(count / REGIONS);
    const lists = Array.from({ length: REGIONS }, (_, region) =>
      cards.slice(region * size, (region + 1) * size).join(''),
    );
    const between = '</ul></section><section class="section"><h2>Une région</h2><ul class="grid">';
    let first = true;
    return page
      .replace(/<cantine-map[\s\S]*?<\/cantine-map>/, '')
      .replace(/<ul class="grid"[^>]*>[\s\S]*?<\/ul>/g, () => {
        const kept = first ? `<ul class="grid">${lists.join(between)}</ul>` : '';
        first = false;
        return kept;
      })
      .replace(records[0], () => `<script type="application/json">${JSON.stringify(made)}</script>`);
  };
}

import { toMdast } from '#content/mdast.ts';
import { llmsText, type Section } from '#feeds/llms.ts';
import { expect, test } from 'vitest';

const pages: Section = {
  title: 'Pages',
  links: [
    { title: 'Manger [ici]', url: 'https://exemple.org/cantines/', notes: 'La plus proche,\net ses horaires.' },
    { title: 'Ouvrir', url: 'https://exemple.org/ouvrir/' },
  ],
};
const optional: Section = {
  title: 'Fiches',
  links: [{ title: 'Metz', url: 'https://exemple.org/metz/' }],
  isOptional: true,
};
const text = llmsText({
  title: 'Les Petites Cantines',
  summary: 'Une table\nde quartier.',
  details: ['Citez la source.'],
  sections: [optional, { title: 'Vide', links: [] }, pages],
});

test('is a title, a quotation, paragraphs, then lists of links under titles, the optional one last', () => {
  expect(toMdast(text).children.map((node) => [node.type, 'depth' in node ? node.depth : undefined])).toEqual([
    ['heading', 1],
    ['blockquote', undefined],
    ['paragraph', undefined],
    ['heading', 2],
    ['list', undefined],
    ['heading', 2],
    ['list', undefined],
  ]);
  expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
    '# Les Petites Cantines',
    '## Pages',
    '## Optional',
  ]);
});

test('says each link on a line: its name, its address, what one finds there', () => {
  expect(text).toContain(
    '\n- [Manger \\[ici\\]](https://exemple.org/cantines/): La plus proche, et ses horaires.\n- [Ouvrir](https://exemple.org/ouvrir/)\n',
  );
});

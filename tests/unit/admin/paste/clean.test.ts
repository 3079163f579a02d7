import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { cleanPaste } from '#admin/paste/clean.ts';
import { markdownProblems, readMarkdown } from '#content/check/markdown.ts';
import { toMdast } from '#content/mdast.ts';
import { projectRoot } from '../../../support/folders.ts';
import { decapMarkdown, pastedBody } from '../../../support/pasted.ts';

// Its form draws with React in a page; what it writes needs only the pieces that it registers, none here.
vi.mock('decap-cms-widget-markdown/dist/esm/MarkdownControl/index.js', () => ({
  getEditorComponents: () => new Map(),
}));

const ORIGIN = 'https://petitescantines.exemple';
const clean = (html: string) => cleanPaste(pastedBody(html), ORIGIN);
const sample = (name: string) => readFileSync(join(projectRoot, `tests/fixtures/paste/${name}.html`), 'utf8');

/** What the file of the entry holds after the paste, in blocks. */
const written = (html: string) =>
  decapMarkdown(clean(html).html)
    .replaceAll('\u00a0', ' ')
    .split(/\n+/)
    .filter((line) => line !== '');

describe('the text of a program, as the site publishes it', () => {
  test.each([
    [
      'word',
      [
        '## Un repas partagé',
        'On cuisine **ensemble**, puis on *mange* à la même table.',
        '### La cuisine',
        '* Éplucher',
        '  * les carottes',
        '* Cuire',
        'Dans cet ordre :',
        '1. Goûter',
        '2. Servir',
        '**Jour** – **Heure**',
        'Mardi – 12 h 30',
        '[Le programme](https://exemple.org/page?n=2)',
      ],
    ],
    [
      'google-docs',
      [
        '## Un repas partagé',
        'On cuisine **ensemble**, puis on *mange*.',
        '* Éplucher',
        '  * les carottes',
        '* Cuire',
        '[Le menu](https://exemple.org/menu)',
      ],
    ],
    [
      'outlook',
      [
        'Bonjour,',
        'Le formulaire est [ici](https://exemple.org/inscription), ou à [bonjour@exemple.org](mailto:bonjour@exemple.org).',
        'Cordialement,',
        'L’équipe',
      ],
    ],
    [
      'gmail',
      [
        'Bonjour,',
        'La prochaine session est **mardi**.',
        'Elle est à Lyon.',
        'À bientôt',
        'Le lun. 3 mars 2027, Camille <[camille@exemple.org](mailto:camille@exemple.org)> a écrit :',
        '> Quand est-ce ?',
      ],
    ],
    [
      'web-page',
      [
        '## Cuisiner ensemble',
        'Un **repas**, une *table* ; voir et [lire la suite](https://exemple.org/a?id=3#suite).',
        '### Ce qu’on y mange',
        'Photo de la rédaction',
        '> On vient pour manger, on reste pour parler.',
        '1. Arriver',
        '2. S’asseoir',
        '‹script› n’y est pas.',
      ],
    ],
    ['spreadsheet', ['Cantine – Repas – Depuis', 'Lyon Vaise – 12 000 – 2016', 'Metz – (vide) – 2021']],
  ])('%s', (name, lines) => {
    expect(written(sample(name))).toEqual(lines);
  });

  test.each([
    [
      'a table that lays out an e-mail',
      '<table><tr><td><p>a</p><ul><li>b</li></ul></td><td>c</td></tr></table>',
      ['a', '* b', 'c'],
    ],
    ['titles from the third level', '<h4>a</h4><h5>b</h5><h4>c</h4>', ['## a', '### b', '## c']],
    ['a low title first', '<h3>a</h3><h1>b</h1><h2>c</h2>', ['## a', '## b', '### c']],
    ['a title in a list', '<ul><li><h1>a</h1>b</li></ul>', ['* **a**', '  b']],
    ['an empty title', '<h1> </h1><h2>a</h2>', ['## a']],
    ['blanks inside marks', '<b>a </b>b<i> c</i>', ['**a** b *c*']],
    ['words of one mark, in pieces', '<b>a</b> <b>b</b>', ['**a b**']],
    ['a mark on a part of a link', '<a href="https://a.fr/"> a <b>b</b> </a>c', ['[a b](https://a.fr/) c']],
    ['a link without words', 'a<a href="https://a.fr/"> </a>b', ['a b']],
    ['a link of this site', `<a href="${ORIGIN}/cantines/?q=a#b">a</a>`, ['[a](/cantines/?q=a#b)']],
    [
      'a relay inside a relay',
      '<a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.fr%2Furl%3Fq%3Dhttps%253A%252F%252Fa.fr%252F%253Fgclid%253D1">a</a>',
      ['[a](https://a.fr/)'],
    ],
    ['what is hidden', '<p style="DISPLAY : none">a</p><p style="mso-hide:all">b</p>c', ['c']],
    ['what no reader sees', 'a\u00adb\u200b\u202ec\u0007 \uf0b7 d', ['abc d']],
  ])('%s', (_name, html, lines) => {
    expect(written(html)).toEqual(lines);
  });
});

describe('pictures', () => {
  test('are left out, and told with the words before them', () => {
    expect(clean(sample('word')).images.map(({ alt, after }) => [alt, after])).toEqual([
      ['La grande table', 'Cuire Dans cet ordre : Goûter Servir'],
    ]);
    expect(clean('<img src="data:image/png;base64,AA==">').images).toEqual([
      { src: 'data:image/png;base64,AA==', alt: '', after: '' },
    ]);
  });

  test('the dot by which an e-mail follows its reader is none', () => {
    expect(clean(sample('gmail')).images).toEqual([]);
  });
});

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '<b>a</b>',
    '<!-- a -->',
    '</p>',
    '<a@b.fr>',
    '&#7;',
    '&lt;i&gt;',
    '[a](javascript:alert(1))',
    '![a](https://b.fr/c.png)',
    '[a]: javascript:x',
    '[^1]',
    '[^1]: b',
    '](',
    '[',
    '# a',
    '---',
    '+++',
    '===',
    '| a | b |',
    '> a',
    '- a',
    '1. a',
    '    a',
    '```',
    '*',
    '_',
    '\\',
    '\u202e',
    '\u0007',
    '\n',
    ' ',
    'www.a.fr',
    'https://a.fr:99999999/',
    'a@b.fr',
  ),
);
const addresses = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,a',
    'vbscript:a',
    'blob:https://a.fr/1',
    'file:///C:/a',
    '#a',
    '/cantines/',
    'a.html',
    '//a.fr',
    '',
    'mailto:a@b.fr?bcc=c@d.fr',
    'mailto:a',
    'tel:+33 4',
    'tel:abc',
    'https://',
    'https://a.fr/\u202e',
    'https://a.fr/a b)c',
    'https://a.fr/<b>',
    `${ORIGIN}/cantines/`,
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://l.facebook.com/l.php?u=https%3A%2F%2F%5B',
  ),
);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const TAGS =
  'p div span b strong i em u a h1 h2 h3 h4 h6 ul ol li blockquote table tr td th br img pre code hr script style font o:p center'.split(
    ' ',
  );

const { html: pages } = fc.letrec<{ html: string; node: string }>((tie) => ({
  html: fc.array(tie('node'), { maxLength: 6 }).map((parts) => parts.join('')),
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    texts.map(escaped),
    fc
      .tuple(fc.constantFrom(...TAGS), addresses, tie('html'))
      .map(([tag, url, inner]) => `<${tag} href="${escaped(url)}" src="${escaped(url)}">${inner}</${tag}>`),
    fc
      .tuple(
        fc.constantFrom(
          'mso-list:l0 level1 lfo1',
          'mso-list:l0 level3 lfo1',
          'mso-list:Ignore',
          'font-weight:700',
          'font-style:italic',
          'display:none',
        ),
        tie('html'),
      )
      .map(([style, inner]) => `<p style="${style}">${inner}</p>`),
    texts,
  ),
}));

test('whatever is pasted, the check of texts refuses nothing of it', () => {
  const anyPage = {
    get: (path: string) => (path.startsWith('/') ? 'page' : undefined),
    has: () => false,
    keys: () => [],
  };
  const context = { addresses: anyPage as never, hidden: false, anchors: new Set<string>(), footnotes: false };
  fc.assert(
    fc.property(pages, (html) => {
      const { html: cleaned } = clean(html);
      expect([...cleaned.matchAll(/<\/?([\w:]+)/g)].map(([, tag]) => tag)).not.toContainEqual(
        expect.not.stringMatching(/^(?:h2|h3|p|ul|ol|li|blockquote|strong|em|a)$/),
      );
      expect(markdownProblems(readMarkdown(decapMarkdown(cleaned), toMdast), context)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['<p>@@&lt;b>a&lt;/b></p>', '<p>@@‹b›a‹/b›</p>'],
  ['<p>@@a</p>', '<p>@ @ a</p>'],
  ['<p>-@https://a.fr:99999999/</p>', '<p>- @ https: // a.fr:99999999/</p>'],
])('what looks like an address and is none is the same once cleaned: %s', (html, cleaned) => {
  expect(clean(html).html).toBe(cleaned);
  expect(clean(cleaned).html).toBe(cleaned);
});

test('a cleaned text pasted again is the same', () => {
  fc.assert(
    fc.property(pages, (html) => {
      // A link of this site has become a path, which no page gives.
      fc.pre(!html.includes(ORIGIN));
      const once = clean(html).html;
      expect(clean(once).html).toBe(once);
    }),
  );
});

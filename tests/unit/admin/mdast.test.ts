/** The form reads Markdown as the build does: two parsers, the same problems. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toMdastInBrowser } from '#admin/check/mdast.ts';
import { markdownProblems, readMarkdown, type ParseMarkdown } from '#content/check/markdown.ts';
import { toMdast } from '#content/mdast.ts';

const addresses = new Map([
  ['/cantines/', 'page'],
  ['/uploads/table.jpg', 'file'],
] as const);

function problems(text: string, parse: ParseMarkdown) {
  const read = readMarkdown(text, parse);
  const context = { addresses, hidden: false, anchors: read.anchors, footnotes: false };
  return markdownProblems(read, context).map(({ found }) => found);
}

const PARTS = [
  ...['#', '##', '>', '-', '*', '_', '**', '`', '```\n', '~~~\n', '|', '|-|', '\n', '\n\n', '    ', '\t', ' ', '1. '],
  ...['[a](', '[a][b]', '[b]: ', ')', '![', '![x](', ']', '[^1]', '[^1]: ', '[ ] ', '<b>', '</b>', '<!--', '-->', '<'],
  ...['&#10;', '&colon;', '&lt;', '&#x202e;', '\\', '/cantines/', '/nulle-part/', '//x', 'javascript:', 'data:', '%'],
  ...[
    '%0A',
    '#a',
    'é',
    'www.exemple.org',
    'https://exemple.org',
    'bonjour@exemple.org',
    '---',
    '---\n',
    '+++\n',
    '===',
  ],
  ...[
    '(/uploads/table.jpg)',
    '(/uploads/absente.jpg)',
    '<https://exemple.org>',
    '<script>',
    '<?x',
    '<!X',
    '"',
    "'",
    '(',
  ],
  ...['~', '~~', 'a', 'mot ', '\u00a0', ':', '!'],
];

describe('what people write', () => {
  test.each([
    '# Titre',
    'Titre\n===',
    '<b>x</b>',
    '[x](javascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '![](/uploads/table.jpg)',
    '![x](https://exemple.org/x.png)',
    '[a]\n\n[a]: /nulle-part/',
    '<https://exemple.org>',
    '---\ntitle: x\n---',
    '+++\nx = 1\n+++',
    'a[^1]\n\n[^1]: b',
    '|a|b|\n|-|-|\n|<i>|[x](y)|',
    '- [ ] a\n- [x] b',
    '> > > # Titre',
    '#### Titre',
    '## a\n\n#### b',
    '[a](#b)\n\n## B',
    'www.exemple.org et bonjour@exemple.org',
    '`<b>`',
    '```\n<b>\n```',
    '\\<b>',
    '&lt;b>',
    '~~[x]()~~',
    '[![](/uploads/table.jpg)](/cantines/)',
  ])('%s', (text) => {
    expect(problems(text, toMdastInBrowser)).toEqual(problems(text, toMdast));
  });
});

test.each(['-\n[ ] #', '-\n[x] a', '1.\n[ ] a', '> -\n> [X] a'])('a box after an empty item is text: %s', (text) => {
  const [form, build] = [toMdastInBrowser, toMdast].map((parse) =>
    JSON.stringify(parse(text), (key, value: unknown) => (key === 'position' ? undefined : value)),
  );
  expect(form).toBe(build);
});

test('of any text, what the form accepts is accepted by the build', () => {
  const any = fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }).map((parts) => parts.join('').trim());
  fc.assert(
    fc.property(any, (text) => {
      if (problems(text, toMdastInBrowser).length === 0) expect(problems(text, toMdast)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

import fc, { type Arbitrary } from 'fast-check';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { docxOf } from '#templates/docx/docx.ts';
import { widthsOf } from '#templates/docx/table.ts';
import { networkFiles } from '../../support/network.ts';

const GIVER = { organisation: 'Le réseau', site: 'https://exemple.org' };
const write = (body: string, landscape = false) =>
  docxOf({ title: 'Un modèle', summary: 'Un résumé.', body, landscape }, GIVER);
const squash = (text: string) => text.replace(/\s+/g, ' ').trim();
const textOf = async (file: Uint8Array) => squash((await mammoth.extractRawText({ buffer: Buffer.from(file) })).value);
const htmlOf = async (body: string) =>
  (
    await mammoth.convertToHtml(
      { buffer: Buffer.from(await write(body)) },
      { styleMap: ["p[style-name='Title'] => h1.title"] },
    )
  ).value;
const partOf = async (file: Uint8Array, path: string) =>
  (await (await JSZip.loadAsync(file)).file(path)?.async('string')) ?? '';

/** A piece of Markdown and the text that is read in it. */
interface Written {
  markdown: string;
  text: string;
}
const WORDS = [
  'mot',
  'Œuf',
  'l’eau',
  '10 €',
  '« ici »',
  'fin ?',
  '[nom de la cantine]',
  '漢字',
  '🍲',
  'אבג',
  'e\u0301té',
];
const plain: Arbitrary<Written> = fc.oneof(
  fc.constantFrom(...WORDS).map((text) => ({ markdown: text, text })),
  fc.constantFrom('*', '_', '\\', '`', '#', '<', '&').map((sign) => ({ markdown: `\\${sign}`, text: sign })),
);
const around = (mark: string) =>
  fc.constantFrom('mot', 'deux mots', 'l’été').map((text) => ({ markdown: `${mark}${text}${mark}`, text }));
const link = fc.constantFrom('/guides/', 'https://exemple.net/a?b=c&d', '#ici').map((url) => ({
  markdown: `[un lien](${url})`,
  text: 'un lien',
}));
const line: Arbitrary<Written> = fc
  .array(fc.oneof(plain, around('**'), around('*'), around('~~'), around('`'), link), { minLength: 1, maxLength: 6 })
  // A word first: nothing in it opens a list, a heading or a definition.
  .map((pieces) => [{ markdown: 'Un', text: 'Un' }, ...pieces])
  .map((pieces) => ({
    markdown: pieces.map(({ markdown }) => markdown).join(' '),
    text: pieces.map(({ text }) => text).join(' '),
  }));
const lines = fc.array(line, { minLength: 1, maxLength: 4 });
const all = (written: readonly Written[]) => written.map(({ text }) => text).join(' ');
const block: Arbitrary<Written> = fc.oneof(
  line,
  fc.tuple(fc.constantFrom('##', '###', '####'), line).map(([level, { markdown, text }]) => ({
    markdown: `${level} ${markdown}`,
    text,
  })),
  lines.map((items) => ({ markdown: items.map(({ markdown }) => `> ${markdown}`).join('\n>\n'), text: all(items) })),
  fc.tuple(fc.constantFrom('- ', '1. ', '- [ ] ', '- [x] '), lines).map(([mark, items]) => ({
    markdown: items.map(({ markdown }, depth) => `${'    '.repeat(depth)}${mark}${markdown}`).join('\n'),
    text: all(items),
  })),
  fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 4 }).map((rows) => ({
    markdown: [
      ...rows.slice(0, 1).map(([a, b]) => `| ${a.markdown} | ${b.markdown} |`),
      '| :-- | --: |',
      ...rows.slice(1).map(([a, b]) => `| ${a.markdown} | ${b.markdown} |`),
    ].join('\n'),
    text: all(rows.flat()),
  })),
);
const documents = fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => ({
  markdown: blocks.map(({ markdown }) => markdown).join('\n\n***\n\n'),
  text: all(blocks),
}));

test('a document says what its Markdown says, and is the same each time', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async ({ markdown, text }) => {
      const file = await write(markdown);
      expect(await textOf(file)).toBe(squash(`Un modèle ${text}`));
      expect(Buffer.from(await write(markdown)).equals(Buffer.from(file))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

describe('structure', () => {
  test('headings, emphasis and quotations', async () => {
    const html = await htmlOf('## Un\n\n### Deux\n\nDu **gras** et de l’*italique*, ~~barré~~.\n\n> Cité');
    expect(html).toContain('<h1 class="title">Un modèle</h1>');
    expect(html).toMatch(/<h1>(?:<a[^>]*><\/a>)?Un<\/h1>/);
    expect(html).toMatch(/<h2>(?:<a[^>]*><\/a>)?Deux<\/h2>/);
    expect(html).toContain('<p>Du <strong>gras</strong> et de l’<em>italique</em>, <s>barré</s>.</p>');
  });

  test('lists, nested, each counting from its first number', async () => {
    const file = await write('- un\n  1. deux\n  2. trois\n- quatre\n\nPuis\n\n5. cinq');
    const html = (await mammoth.convertToHtml({ buffer: Buffer.from(file) })).value;
    expect(html).toContain('<ul><li>un<ol><li>deux</li><li>trois</li></ol></li><li>quatre</li></ul>');
    expect(html).toContain('<ol><li>cinq</li></ol>');
    expect(await partOf(file, 'word/numbering.xml')).toContain('<w:start w:val="5"/>');
  });

  test('boxes to tick', async () => {
    const numbering = await partOf(await write('- [ ] à faire\n- [x] fait'), 'word/numbering.xml');
    expect(numbering).toContain('w:lvlText w:val="☐"');
    expect(numbering).toContain('w:lvlText w:val="☑"');
  });

  test('a table, with its head repeated and its figures on the right', async () => {
    const body = '| Poste | € |\n| :-- | --: |\n| Loyer | 10 |\n| Sans montant |';
    const html = await htmlOf(body);
    expect(html.match(/<tr>/g)).toHaveLength(3);
    expect(html).toMatch(/<thead><tr><th><p><strong>Poste<\/strong><\/p><\/th>/);
    expect(await partOf(await write(body), 'word/document.xml')).toMatch(/<w:jc w:val="(?:end|right)"\/>/);
  });

  test('links, whole; those within the document are text', async () => {
    const html = await htmlOf('[a](/guides/) [b](https://exemple.net/?x=1&y=2) [c](#ici) [d][e]\n\n[e]: /f/');
    expect(html).toContain('<a href="https://exemple.org/guides/">a</a>');
    expect(html).toContain('<a href="https://exemple.net/?x=1&amp;y=2">b</a>');
    expect(html).toContain('<a href="https://exemple.org/f/">d</a>');
    expect(html).not.toContain('<a href="#');
  });

  test('is in French, with its typography and without a clock', async () => {
    const file = await write("Qu'est-ce que c'est ? « Oui » : 10 €", true);
    expect(await partOf(file, 'word/document.xml')).toContain(
      'Qu’est-ce que c’est\u202f? «\u00a0Oui\u00a0»\u00a0: 10\u00a0€',
    );
    expect(await partOf(file, 'word/styles.xml')).toContain('w:val="fr-FR"');
    const core = await partOf(file, 'docProps/core.xml');
    expect(core).toContain('<dc:title>Un modèle</dc:title>');
    expect(core).toContain('<dc:language>fr-FR</dc:language>');
    expect(core).not.toMatch(/\d{4}-\d\d-\d\dT/);
    expect(await partOf(file, 'word/document.xml')).toContain('w:orient="landscape"');
  });

  test('what a document cannot hold is refused with its line', async () => {
    await expect(write('Un texte.\n\nUne note[^1].\n\n[^1]: Ici.')).rejects.toThrow(/Ligne 3.*footnoteReference/);
  });
});

test('columns share the width, to the last twentieth of a point', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(400), { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 4000, max: 15000 }),
      (signs, width) => {
        const widths = widthsOf(signs, width);
        expect(widths.reduce((sum, each) => sum + each, 0)).toBe(width);
        expect(Math.min(...widths)).toBeGreaterThanOrEqual(Math.floor(width / (4 * signs.length)));
      },
    ),
  );
});

test.each(networkFiles('templates'))(
  'the template $slug makes a document, without a word of another',
  async ({ body }) => {
    const words = body
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[#>|*\\]|^\s*(?:-|\d+\.) |[-:]{3,}/gm, ' ')
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word));
    const read = await textOf(await write(body));
    for (const word of words) expect(read).toContain(word.replace(/[;:!?]$/, ''));
  },
);

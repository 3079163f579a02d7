import fc from 'fast-check';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { letterDocx, type Block } from '#documents/letter.ts';
import { crc32, zipOf } from '#documents/zip.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('an archive', () => {
  test('has the checksum of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  test('is read by another program, whatever its texts hold, in the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.stringMatching(/^[a-zé]{1,12}\.xml$/)), anyText, async (paths, text) => {
        const files = paths.map((path, index) => ({ path, text: text.repeat(index).toWellFormed() }));
        const bytes = zipOf(files);
        const read = await JSZip.loadAsync(bytes, { checkCRC32: true });
        expect(Object.keys(read.files)).toEqual(paths);
        for (const one of files) expect(await read.file(one.path)?.async('string')).toBe(one.text);
        expect(zipOf(files)).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a letter', () => {
  const htmlOf = async (blocks: readonly Block[]) =>
    (await mammoth.convertToHtml({ buffer: Buffer.from(letterDocx('Une lettre', blocks)) })).value;

  test('has its titles, its questions and its lines', async () => {
    const html = await htmlOf([
      { is: 'part', text: 'L’équipe' },
      { is: 'person', text: 'Personne 1' },
      { is: 'text', text: 'Ana & <Zoé>\nà deux' },
    ]);
    expect(html).toBe('<h1>L’équipe</h1><h2>Personne 1</h2><p>Ana &amp; &lt;Zoé&gt;<br />à deux</p>');
  });

  test('holds what is typed, whatever it is: another program opens it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[\p{L}&<>"' ]{1,40}$/u), anyText, async (text, odd) => {
        const html = await htmlOf([
          { is: 'text', text: odd },
          { is: 'soft', text: `début ${text} fin` },
        ]);
        const shown = html
          .replace(/&amp;/g, '&')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"');
        expect(shown).toContain(`début ${text} fin`);
      }),
      { numRuns: 60 },
    );
  });
});

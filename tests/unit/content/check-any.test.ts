import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { checkContent, formatProblems } from '#content/check/index.ts';

const root = mkdtempSync(join(tmpdir(), 'content-any-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const MARKDOWN = [
  '#',
  '>',
  '-',
  '*',
  '_',
  '`',
  '```\n',
  '|',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '[a](',
  ')',
  '![',
  ']',
  '[^1]',
  '[^1]: ',
  '<b>',
  '<!--',
  '&#10;',
  '&colon;',
  '\\',
  '/cantines/',
  '//x',
  'javascript:',
  'data:',
  '%',
  '%0A',
  '#a',
  'é',
  '\u0000',
  '\ud800',
  '---\n',
  '+++\n',
];
const YAML = [
  'title: ',
  'verifiedOn: 2026-02-30\n',
  'sources:',
  '\n',
  '  ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ': ',
  '&a ',
  '*a',
  '!!binary ',
  '!!set ',
  '<<: ',
  '? ',
  '|\n',
  '>-\n',
  '#',
  '%',
  '@',
  '2026-13-45',
  '1e999',
  '.nan',
  'null',
  '__proto__: ',
  'draft: true\n',
  '\t',
  '\u0000',
];
const words = (some: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...some), fc.string({ maxLength: 3, unit: 'binary' })), { maxLength: 60 })
    .map((parts) => parts.join(''));

const file = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  words([...MARKDOWN, ...YAML]),
  fc.tuple(words(YAML), words(MARKDOWN)).map(([head, body]) => `---\n${head}\n---\n${body}`),
  words(MARKDOWN).map((body) => `---\ntitle: A\nsummary: A\ntopic: bilans\n---\n${body}`),
);

test('whatever the files hold, the check answers, and its answer can be shown', async () => {
  const content = join(root, 'content');
  mkdirSync(join(content, 'guides'), { recursive: true });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 6 }), async (files) => {
      files.forEach((bytes, index) => writeFileSync(join(content, 'guides', `fiche-${index}.md`), bytes));
      const problems = await checkContent({ root: content, publicDir: join(root, 'public') });
      for (const { found, expected, remedy } of problems) expect([found, expected, remedy].every(Boolean)).toBe(true);
      // A control sign in the report would reach the terminal of whoever builds.
      expect(formatProblems(problems).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: 300 },
  );
});

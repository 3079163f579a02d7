/** What docs/content-errors.md shows of the errors of the content is what the check says of the hostile fixture. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent, formatProblems } from '#content/check/index.ts';
import { projectRoot } from '../../support/folders.ts';

/** Spaces that do not break are compared as plain ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const hostile = join(projectRoot, 'tests/fixtures/hostile');
const report = formatProblems(
  await checkContent({ root: join(hostile, 'content'), publicDir: join(hostile, 'public') }),
);
const page = plain(readFileSync(join(projectRoot, 'docs/content-errors.md'), 'utf8'));

const examples = [...page.matchAll(/```text\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.trimEnd().split('\n\n'),
);
const said = plain(report).split('\n\n');

test('the page has its examples', () => {
  expect(examples.length).toBeGreaterThan(25);
});

describe('each is said word for word', () => {
  test.each(examples.map((example) => [example.split('\n')[0] ?? '', example]))('%s', (file, example) => {
    const [block = ''] = said.filter((each) => each === example || each.startsWith(`${file}\n`));
    // A file may have other errors than the one that is shown.
    expect(block === example || block.includes(example.slice(file.length)), block).toBe(true);
  });
});

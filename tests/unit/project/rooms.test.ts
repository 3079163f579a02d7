import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../support/folders.ts';
import { readImports, tellViolations } from '../../support/imports.ts';
import { drawRooms, roomCircles, roomGraph, roomOf, withDrawing } from '../../support/rooms.ts';

const scratch = await mkdtemp(join(tmpdir(), 'rooms-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** The imports of a project of these files only. */
async function cruised(files: Readonly<Record<string, string>>) {
  // A folder of its own: dependency-cruiser remembers what it read.
  const project = await mkdtemp(join(scratch, 'project-'));
  await cp(join(projectRoot, 'package.json'), join(project, 'package.json'));
  for (const room of ['src', 'admin']) await mkdir(join(project, room));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(project, file)), { recursive: true });
    await writeFile(join(project, file), text);
  }
  return readImports(project, join(project, 'copy'));
}

const named = 'export const it = 1;';
const exported = 'export type It = 1;';

describe('a planted import', () => {
  test.each<[rule: string, planted: string, files: Record<string, string>]>([
    [
      'domain-alone',
      'src/domain/a.ts → src/content/b.ts',
      { 'src/domain/a.ts': "import { it } from '#content/b.ts';", 'src/content/b.ts': named },
    ],
    [
      'domain-alone',
      'src/domain/a.ts → src/schemas/b.ts',
      { 'src/domain/a.ts': "import type { It } from '#schemas/b.ts';", 'src/schemas/b.ts': exported },
    ],
    ['domain-alone', 'src/domain/a.ts → fs', { 'src/domain/a.ts': "import { readFileSync } from 'node:fs';" }],
    [
      'kit-with-zod-alone',
      'src/schemas/kit/a.ts → src/domain/b.ts',
      { 'src/schemas/kit/a.ts': "import { it } from '#domain/b.ts';", 'src/domain/b.ts': named },
    ],
    [
      'schemas-below',
      'src/schemas/a.ts → src/places/b.ts',
      { 'src/schemas/a.ts': "import { it } from '#places/b.ts';", 'src/places/b.ts': named },
    ],
    [
      'subjects-apart',
      'src/funding/board/a.ts → src/sessions/b.ts',
      { 'src/funding/board/a.ts': "import { it } from '#sessions/b.ts';", 'src/sessions/b.ts': named },
    ],
    [
      'subjects-apart',
      'src/cantines/A.astro → src/sessions/B.astro',
      {
        'src/cantines/A.astro': "---\nimport B from '#sessions/B.astro';\n---\n\n<B />",
        'src/sessions/B.astro': '<p>B</p>',
      },
    ],
    [
      'subjects-apart',
      'src/cantines/A.astro → src/sessions/b.ts',
      {
        'src/cantines/A.astro': "<p>A</p>\n<script>\n  import '#sessions/b.ts';\n</script>",
        'src/sessions/b.ts': named,
      },
    ],
    [
      'services-below-subjects',
      'src/components/A.astro → src/funding/b.ts',
      { 'src/components/A.astro': "---\nimport { it } from '#funding/b.ts';\n---\n\n{it}", 'src/funding/b.ts': named },
    ],
    [
      'nothing-above-pages',
      'src/cantines/a.ts → src/jobs/mail/b.ts',
      { 'src/cantines/a.ts': "export const b = import('#jobs/mail/b.ts');", 'src/jobs/mail/b.ts': named },
    ],
    [
      'admin-apart',
      'src/pages/index.astro → admin/b.ts',
      { 'src/pages/index.astro': "---\nimport { it } from '#admin/b.ts';\n---\n\n{it}", 'admin/b.ts': named },
    ],
    [
      'no-circle',
      'src/forms/a.ts → src/forms/B.astro → src/forms/a.ts',
      {
        'src/forms/a.ts': "import B from './B.astro';\nexport const it = B;",
        'src/forms/B.astro': "---\nimport { it } from './a.ts';\n---\n\n{it}",
      },
    ],
    ['something-there', 'src/forms/a.ts → ./gone.ts', { 'src/forms/a.ts': "import './gone.ts';" }],
  ])('is refused by %s: %s', async (rule, planted, files) => {
    const told = tellViolations(await cruised(files));
    expect(told).toContainEqual(expect.stringMatching(new RegExp(`^${planted}\n {2}rule ${rule}: \\S`)));
  });

  test('is allowed where the rooms stand in their order', async () => {
    const fine = await cruised({
      'src/domain/day.ts': named,
      'src/schemas/a.ts': "import { it } from '#domain/day.ts';\nexport const a = it;",
      'src/funding/a.ts': "import { it } from '#domain/day.ts';\nimport '#places/b.ts';\nexport const a = it;",
      'src/places/b.ts': named,
      'src/pages/index.astro': "---\nimport { a } from '#funding/a.ts';\n---\n\n{a}",
      'src/pages/admin/index.astro': "<p>A</p>\n<script>\n  import '#admin/b.ts';\n</script>",
      'admin/b.ts': "import { a } from '#schemas/a.ts';\nexport const b = a;",
    });
    expect(tellViolations(fine)).toEqual([]);
  });
});

describe('the drawing', () => {
  test.each([
    ['src/funding/board/store.ts', 'funding'],
    ['src/schemas/kit/text.ts', 'kit'],
    ['src/schemas/cantines.ts', 'schemas'],
    ['admin/main.ts', 'admin'],
    ['src/site.ts', undefined],
    ['astro', undefined],
  ])('%s is in %s', (file, room) => {
    expect(roomOf(file)).toBe(room);
  });

  test('tells the arrows that no longer way replaces', async () => {
    const graph = roomGraph(
      await cruised({
        'src/domain/day.ts': named,
        'src/funding/a.ts': "import { it } from '#domain/day.ts';\nexport const a = it;",
        'src/pages/index.astro': "---\nimport { a } from '#funding/a.ts';\nimport '#domain/day.ts';\n---\n\n{a}",
      }),
    );
    expect(drawRooms(graph).match(/\S+ --> \S+/g)).toEqual(['funding --> domain', 'pages --> funding']);
  });

  test('tells rooms in a circle once, and a room without a floor', () => {
    const circle = new Map([
      ['forms', new Set(['search', 'domain'])],
      ['search', new Set(['places'])],
      ['places', new Set(['forms'])],
    ]);
    expect(roomCircles(circle)).toEqual(['forms → search → places → forms']);
    expect(() => drawRooms(circle)).toThrow('forms → search → places → forms');
    expect(() => drawRooms(new Map([['garage', new Set<string>()]]))).toThrow('garage');
  });

  test('stands between its marks', () => {
    const page = 'Before\n\n<!-- rooms -->\nold\n<!-- /rooms -->\nAfter\n';
    const drawn = withDrawing(page, 'flowchart TD');
    expect(drawn).toBe('Before\n\n<!-- rooms -->\n\n```mermaid\nflowchart TD\n```\n\n<!-- /rooms -->\nAfter\n');
    expect(withDrawing(drawn, 'flowchart TD')).toBe(drawn);
    expect(() => withDrawing('No marks', 'x')).toThrow('rooms');
  });
});

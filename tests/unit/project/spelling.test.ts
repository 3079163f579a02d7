import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../support/folders.ts';
import { readWith } from '../../support/spelling.ts';

let folder: string;
beforeAll(async () => {
  await mkdir(join(projectRoot, '.cache'), { recursive: true });
  folder = await mkdtemp(join(projectRoot, '.cache/spelling-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function wordsIn(name: string, text: string): Promise<string[]> {
  const file = join(folder, name);
  await writeFile(file, text);
  const reading = name.endsWith('.md') ? 'content' : 'interface';
  return (await readWith(reading, [file])).map((line) => line.slice(line.lastIndexOf('/') + 1));
}

describe('what the dictionary reads', () => {
  test('in a text: the words of its sentences, not its keys, names, links or addresses', async () => {
    const text =
      '---\nstatus: open\nopeningHours:\n  - day: tuesday\nsummary: On cuissine à Villebasse.\n---\n\nL’équipe de Trifouilly apelle [ici](/guides/lever-des-fondz/), sur www.exemple-bizarr.org.\n';
    expect(await wordsIn('cantine.md', text)).toEqual(['cantine.md:5 cuissine', 'cantine.md:8 apelle']);
  });

  test('in a source: the French between quotes and tags, not the code around it', async () => {
    const source =
      "// Une fôte dans un commentaire.\nexport const openStt = `Fermée jusqu’au ${formatDaate(to)}, réouvertture lundi`;\nconst keyz = 'subscribbed';\n";
    expect(await wordsIn('words.ts', source)).toEqual(['words.ts:2 réouvertture']);
    expect(await wordsIn('Panel.astro', '---\n---\n\n<p class="laid">La table n’est pas encorre mise.</p>\n')).toEqual([
      'Panel.astro:4 encorre',
    ]);
  });
});

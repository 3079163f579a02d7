import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atName, ofName } from '#domain/of-name.ts';
import { projectRoot } from '../../support/folders.ts';
import { networkEntries } from '../../support/network.ts';

/** « de » or « à » glued to a name in a template, or a name put bare behind « cantine »: `de ${title}`, `à {city}`. */
const GLUED =
  /(?<!\p{L})(?:(?:de|à|au|du|cantine) |d’)(?:<[^>]+>)?\$?\{(?:[\w.]+\.)?(?:title|name|label|organisation|addressLocality|city|place|commune)\}/u;

const THE_FUNCTION = 'src/domain/of-name.ts';

function sources(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|tsx|astro)$/.test(file))
    .map((file) => join(folder, file));
}

describe('a name behind « de » and « à »', () => {
  test('is put there by the function that knows the elisions, in every template', () => {
    const files = ['src', 'admin'].flatMap(sources).filter((file) => file !== THE_FUNCTION);
    const glued = files.flatMap((file) =>
      readFileSync(join(projectRoot, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (GLUED.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
    );
    expect(glued).toEqual([]);
  });

  test.each(['`la veille de ${title}`', '<p>La cantine {data.title} ouvre</p>', '`à ${place}`'])(
    '%s would be seen',
    (line) => {
      expect(line).toMatch(GLUED);
    },
  );

  test('reads as one says it, for every cantine and every town of the network', () => {
    const names = networkEntries('cantines').flatMap(({ data }) => [data.title, data.address.addressLocality]);
    const said = [...new Set(names)].flatMap((name) => [ofName(name), atName(name)]);
    expect(
      said.filter((words) => /^(?:de|à) les? |^de [aeiouyàâéèêëîïôœ]|^d’[^aeiouyhàâéèêëîïôœ]/i.test(words)),
    ).toEqual([]);
    expect(said).toEqual(expect.arrayContaining(['des Lilas', 'aux Lilas', 'd’Antony', 'd’Annecy', 'de Mâcon']));
  });
});

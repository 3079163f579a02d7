/** `npm ci --omit=dev` brings all that builds, serves and watches the site, and nothing else. */
import { readFile, readdir } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { JsxEmit, ModuleKind, preProcessFile, ScriptTarget, transpileModule } from 'typescript';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../support/folders.ts';
import { scriptsOf } from '../../support/imports.ts';

const COMPILER = {
  module: ModuleKind.ESNext,
  target: ScriptTarget.ESNext,
  jsx: JsxEmit.ReactJSX,
  // As Node and Astro do: an import goes with its types only when it says `import type`.
  verbatimModuleSyntax: true,
};

/** Most modules name no package: the compiler reads the others. */
const NAMES_SOME = /(?:from|import|import\(|require\.resolve\()\s*['"`](?![#./]|astro:|node:)/;

/** The packages that a module of TypeScript asks for when it runs. */
function packagesOf(text: string, fileName: string): string[] {
  if (!NAMES_SOME.test(text)) return [];
  const { outputText } = transpileModule(text, { fileName, compilerOptions: COMPILER });
  const imported = preProcessFile(outputText).importedFiles.map((each) => each.fileName);
  const resolved = [...text.matchAll(/require\.resolve\(\s*['"`]([^'"`]+)/g)].map(([, name = '']) => name);
  return [...imported, ...resolved].flatMap((name) => {
    if (/^(?:[#./]|astro:|virtual:)/.test(name) || isBuiltin(name)) return [];
    return /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? [];
  });
}

describe('the packages of a module', () => {
  test.each([
    ["import a from 'a'; import { b } from '@b/c/d.js?url'; export { e } from 'e/f';", ['a', '@b/c', 'e']],
    ["import type { a } from 'a'; import { type B } from 'b';", ['b']],
    ["const a = await import('a'); const b = require.resolve('@b/c/d.json');", ['a', '@b/c']],
    ["import '#domain/a.ts'; import './b.ts'; import 'node:fs'; import 'fs'; import 'astro:content';", []],
  ])('%s', (text, expected) => {
    expect(packagesOf(text, 'a.ts')).toEqual(expected);
  });
});

test('what the site runs is in dependencies; what only tests, checks and types need is not', async () => {
  const listed = await Promise.all(
    ['src', 'admin'].map((room) => readdir(join(projectRoot, room), { recursive: true, withFileTypes: true })),
  );
  const modules = listed
    .flat()
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$|\.astro$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const needed = [...modules, join(projectRoot, 'astro.config.mjs')].map(async (file) => {
    const text = await readFile(file, 'utf8');
    return file.endsWith('.astro') ? packagesOf(scriptsOf(text, file), `${file}.ts`) : packagesOf(text, file);
  });
  const { dependencies, devDependencies } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  // Nothing imports `node`: it is the Node that every npm script runs on.
  const runs = new Set(['node', ...(await Promise.all(needed)).flat()]);
  expect(Object.keys(dependencies).toSorted()).toEqual([...runs].toSorted());
  expect(Object.keys(devDependencies).filter((name) => name in dependencies)).toEqual([]);
});

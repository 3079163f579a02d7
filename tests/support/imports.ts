import { ExtractedScriptType, convertToTsx } from '@astrojs/astro2tsx';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ROOM_RULES } from '../../dependency-cruiser.config.ts';

/** dependency-cruiser reads no `.astro` file (its issue 1007): each is read as the TypeScript that it holds. */
const AS_TYPESCRIPT = '.astro.ts';

/**
 * Every import of a project, held to the rules of its rooms.
 * @param project holds `package.json` and the rooms
 * @param scratch a folder inside `project`, written anew
 */
export async function readImports(project: string, scratch: string): Promise<ICruiseResult> {
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  await cp(join(project, 'package.json'), join(scratch, 'package.json'));
  for (const room of ['src', 'admin']) await copyRoom(join(project, room), join(scratch, room));
  const { output } = await cruise(['src', 'admin'], {
    baseDir: scratch,
    validate: true,
    ruleSet: { forbidden: ROOM_RULES },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types', 'astro', 'style'],
    },
  });
  if (typeof output === 'string') throw new Error(output);
  return output;
}

async function copyRoom(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length));
    await mkdir(dirname(target), { recursive: true });
    const text = await readFile(source, 'utf8');
    if (entry.name.endsWith('.astro')) await writeFile(`${target}.ts`, atAstro(scriptsOf(text, entry.name)));
    else await writeFile(target, /\.tsx?$/.test(entry.name) ? atAstro(text) : text);
  }
}

/** What an Astro component runs: when it is built, then in the browser. */
export function scriptsOf(text: string, name: string): string {
  const { code, frontmatter, scripts } = convertToTsx(text, { filename: basename(name) });
  const modules = scripts.filter(({ type }) => type === ExtractedScriptType.ProcessedModule);
  return [code.slice(frontmatter.start, frontmatter.end), ...modules.map(({ content }) => content)].join('\n');
}

const atAstro = (code: string): string =>
  code.replace(/(?<=(?:from|import)\s*\(?\s*['"][^'"]+)\.astro(?=['"])/g, AS_TYPESCRIPT);

const unfolded = (file: string): string => file.replace(/\.astro\.ts$/, '.astro');

/** What is wrong, each in a few lines: the import, the rule, what to do. */
export function tellViolations({ summary: { violations, ruleSetUsed } }: ICruiseResult): string[] {
  const comments = new Map(ruleSetUsed?.forbidden?.map(({ name, comment }) => [name, comment]));
  return violations.map(({ from, to, rule: { name }, cycle = [] }) => {
    const way = cycle.length > 0 ? cycle.map((step) => unfolded(step.name)).join(' → ') : unfolded(to);
    return `${unfolded(from)} → ${way}\n  rule ${name}: ${comments.get(name) ?? ''}`;
  });
}

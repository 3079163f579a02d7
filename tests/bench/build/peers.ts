import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../support/folders.ts';
import { writeMarkdown } from './content.ts';

/** A tool that makes a page of each Markdown file: its title and its body, and nothing else. */
export interface Peer {
  name: string;
  /** The folder of the Markdown that it reads. */
  content: string;
  /** What makes it forget its earlier builds. */
  caches: readonly string[];
  command: { run: readonly string[]; cwd: string };
}

/** Astro with a collection without schema, one route, and no integration. */
export function bareAstro(scratch: string): Peer {
  const cwd = join(scratch, 'astro');
  mkdirSync(join(cwd, 'src/pages'), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(cwd, 'node_modules'));
  writeMarkdown(join(cwd, 'content'));
  writeFileSync(join(cwd, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(cwd, 'astro.config.mjs'),
    "export default { cacheDir: './.cache', devToolbar: { enabled: false } };\n",
  );
  writeFileSync(
    join(cwd, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { all: defineCollection({ loader: glob({ base: './content', pattern: '**/*.md' }) }) };
`,
  );
  writeFileSync(
    join(cwd, 'src/pages/[...slug].astro'),
    `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () =>
  (await getCollection('all')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<html lang="fr"><head><title>{entry.data.title}</title></head><body><h1>{entry.data.title}</h1><Content /></body></html>
`,
  );
  const run = [process.execPath, join(projectRoot, 'node_modules/astro/bin/astro.mjs'), 'build'];
  return { name: 'bare Astro', content: join(cwd, 'content'), caches: [join(cwd, '.cache')], command: { run, cwd } };
}

const PAGE =
  '<html lang="fr"><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1>{{ content }}</body></html>';

/** Eleventy, where it installs. */
export function eleventy(scratch: string): Peer | undefined {
  const cwd = join(scratch, 'eleventy');
  writeMarkdown(join(cwd, 'content'));
  mkdirSync(join(cwd, 'content/_includes'));
  writeFileSync(join(cwd, 'content/_includes/page.liquid'), PAGE);
  // Bodies speak of accolades now and then: no template language in them.
  writeFileSync(join(cwd, 'content/content.json'), '{ "layout": "page.liquid", "templateEngineOverride": "md" }');
  writeFileSync(join(cwd, 'package.json'), '{}');
  const installed = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '@11ty/eleventy@3'], { cwd });
  if (installed.status !== 0) return undefined;
  const run = [process.execPath, join(cwd, 'node_modules/@11ty/eleventy/cmd.cjs'), '--input=content', '--quiet'];
  return { name: 'Eleventy 3', content: join(cwd, 'content'), caches: [], command: { run, cwd } };
}

/** Hugo, where it is on the PATH. */
export function hugo(scratch: string): Peer | undefined {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  const cwd = join(scratch, 'hugo');
  writeMarkdown(join(cwd, 'content'));
  mkdirSync(join(cwd, 'layouts/_default'), { recursive: true });
  const page = PAGE.replaceAll('{{ title }}', '{{ .Title }}').replace('{{ content }}', '{{ .Content }}');
  for (const kind of ['single', 'list']) writeFileSync(join(cwd, `layouts/_default/${kind}.html`), page);
  writeFileSync(join(cwd, 'hugo.toml'), "disableKinds = ['taxonomy', 'term', 'RSS']\n");
  return { name: 'Hugo', content: join(cwd, 'content'), caches: [], command: { run: ['hugo', '--quiet'], cwd } };
}

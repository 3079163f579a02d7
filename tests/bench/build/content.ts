import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { projectRoot } from '../../support/folders.ts';

const real = join(projectRoot, 'content');

/** Front matter and body. */
function read(path: string): { data: Record<string, unknown>; body: string } {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(readFileSync(path, 'utf8')) ?? [];
  return { data: parse(yaml) as Record<string, unknown>, body };
}

/**
 * Writes the real content into a folder, with so many opportunities more: each made of a real one, its words mixed, so
 * that no two are the same.
 * @returns the file of one opportunity, to edit between two builds
 */
export function writeContent(folder: string, more: number): string {
  cpSync(real, folder, { recursive: true });
  const files = readdirSync(join(real, 'opportunities')).filter((name) => name.endsWith('.md'));
  const models = files.map((name) => read(join(real, 'opportunities', name)));
  const words = models.flatMap(({ data }) => `${String(data['title'])} ${String(data['summary'])}`.split(/\s+/));
  // A linear congruential generator: the same opportunities at each run.
  let seed = 42;
  const next = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  const sentence = (length: number) => Array.from({ length }, () => words[next(words.length)]).join(' ');
  mkdirSync(join(folder, 'opportunities'), { recursive: true });
  // As many funders more, in proportion: a page lists the other opportunities of its funder.
  const funders = Array.from({ length: Math.ceil(more / 8) }, (_, index) => `banc-${index}`);
  const funder = read(
    join(real, 'funders', readdirSync(join(real, 'funders')).find((name) => name.endsWith('.md')) ?? ''),
  );
  for (const [index, slug] of funders.entries()) {
    const data = { ...funder.data, title: `Financeur ${index} ${sentence(3)}` };
    writeFileSync(join(folder, 'funders', `${slug}.md`), `---\n${stringify(data)}---\n`);
  }
  for (let index = 0; index < more; index++) {
    const model = models[index % models.length] ?? { data: {}, body: '' };
    const data = {
      ...model.data,
      title: `Appel ${index} ${sentence(5)}`,
      summary: sentence(20),
      funder: funders[index % funders.length],
    };
    const body = index % 2 === 0 ? model.body : `${sentence(60)}.\n\n${sentence(80)}.\n`;
    writeFileSync(join(folder, 'opportunities', `banc-${index}.md`), `---\n${stringify(data)}---\n${body}`);
  }
  return join(folder, 'opportunities', files[0] ?? '');
}

/** Writes the Markdown of the real content into a folder, with its titles and nothing else that a tool may take for its own. */
export function writeMarkdown(folder: string): void {
  for (const path of readdirSync(real, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.md'))) {
    const { data, body } = read(join(real, path));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `---\n${stringify({ title: data['title'] ?? path })}---\n${body}`);
  }
}

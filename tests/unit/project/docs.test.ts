/** The documentation names what exists: its links, the paths and the commands that it writes as code. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Slugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../support/folders.ts';

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');
const PAGES = globSync(['*.md', 'docs/*.md', '{src,admin,tests}/**/README.md'], { cwd: projectRoot });
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

const nodesOf = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
const textOf = (node: Nodes): string =>
  nodesOf(node)
    .map((part) => ('value' in part ? part.value : ''))
    .join('');

const parse = (text: string) => nodesOf(markdownToMdast(text, { features: { gfm: true } }));

function anchorsOf(file: string): Set<string> {
  const slugger = new Slugger();
  const headings = parse(read(file)).filter((node) => node.type === 'heading');
  return new Set(headings.map((heading) => slugger.slug(textOf(heading))));
}

/** What a reader meets behind a link of that page, when it is not what was promised. */
function linkFault(page: string, url: string): string[] {
  if (/^(?:https?|mailto):/.test(url)) return [];
  const [path = '', anchor] = decodeURI(url).split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(projectRoot, target))) return [`${url}: no such file`];
  return anchor !== undefined && !anchorsOf(target).has(anchor) ? [`${url}: no such title`] : [];
}

/** A path from the root of the project; but for the uploads, a folder that comes with the first of them. */
const ROOTED = /^(?:src|admin|tests|content|docs|public(?!\/uploads\/))\/\S*$|^[\w.-]+\.(?:md|json|js|mjs|ts)$/;

/**
 * A path from the root of the project, or from the folder of the page. It may have a part to fill in (`<name>`), or say
 * several at once (`{a,b}`).
 */
function pathFault(page: string, path: string): string[] {
  const pattern = path.replace(/[[\]]/g, '[$&]').replace(/<[^>]+>/g, '*');
  const found = [projectRoot, join(projectRoot, dirname(page))].some((cwd) => globSync(pattern, { cwd }).length > 0);
  return found ? [] : [`\`${path}\`: no such path`];
}

const commandFaults = (code: string): string[] =>
  [...code.matchAll(/\bnpm (?:run )?((?<=run )[\w:-]+|start|test)(?![\w:])/g)].flatMap(([command, name = '']) =>
    name in scripts ? [] : [`${command}: no such command`],
  );

/** All that a page names and that is not there. */
function faultsOf(page: string, text: string): string[] {
  return parse(text).flatMap((node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') return linkFault(page, node.url);
    if (node.type === 'inlineCode' && ROOTED.test(node.value)) return pathFault(page, node.value);
    return node.type === 'inlineCode' || node.type === 'code' ? commandFaults(node.value) : [];
  });
}

test.each(PAGES)('%s names what exists', (page) => {
  expect(faultsOf(page, read(page))).toEqual([]);
});

describe('what does not exist is told', () => {
  test.each([
    ['[gone](docs/gone.md)', 'docs/gone.md: no such file'],
    ['[gone](CONTRIBUTING.md#gone)', 'CONTRIBUTING.md#gone: no such title'],
    ['![gone](docs/gone.jpg)', 'docs/gone.jpg: no such file'],
    ['`src/gone/a.ts`', '`src/gone/a.ts`: no such path'],
    ['`src/pages/cantines/[gone]/index.astro`', '`src/pages/cantines/[gone]/index.astro`: no such path'],
    ['`src/{gone,away}/<name>.ts`', '`src/{gone,away}/<name>.ts`: no such path'],
    ['`npm run gone`', 'npm run gone: no such command'],
    ['```sh\nnpm ci && npm run gone\n```', 'npm run gone: no such command'],
  ])('%s', (text, fault) => {
    expect(faultsOf('README.md', text)).toEqual([fault]);
  });
});

test('what exists is not', () => {
  const text =
    '[here](CONTRIBUTING.md#commits), `src/schemas/<name>.ts`, `src/pages/cantines/[slug]/index.astro`, `npm run check`';
  expect(faultsOf('README.md', text)).toEqual([]);
});

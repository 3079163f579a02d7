/**
 * How long a build takes, beside other tools on the same Markdown (`npm run bench:build`). `--large` adds the site with
 * 1,000 and 10,000 opportunities more: half an hour, and ten gigabytes of disk.
 */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../support/folders.ts';
import { writeContent } from './content.ts';
import { measure, medians, type Taken } from './measure.ts';
import { bareAstro, eleventy, hugo, type Peer } from './peers.ts';

const { values } = parseArgs({ options: { large: { type: 'boolean', default: false }, runs: { type: 'string' } } });
const RUNS = Number(values.runs ?? 3);
const scratch = mkdtempSync(join(tmpdir(), 'petites-cantines-bench-'));

/** A number in its column; a dash for a process that ended before anyone looked at it. */
const figure = (value: number, digits: number, width: number): string =>
  (Number.isNaN(value) ? '—' : value.toFixed(digits)).padStart(width);

const row = (name: string, { wall, cpu, rss }: Taken) =>
  console.log(`${name.padEnd(44)}${figure(wall, 1, 8)} s${figure(cpu, 1, 9)} s${figure(rss / 1e9, 2, 8)} GB`);
console.log(`${''.padEnd(44)}     clock  processor  memory`);

let edits = 0;
const edit = (file: string) => appendFileSync(file, `\nUne phrase de plus, la ${++edits}e.\n`);

/** The site itself, on this content. */
function site(name: string, more: number): Peer & { edited: string } {
  const content = join(scratch, name, 'content');
  const edited = writeContent(content, more);
  return {
    name,
    content,
    edited,
    caches: [join(scratch, name, 'cache')],
    command: {
      run: [process.execPath, join(projectRoot, 'src/build/cli.ts'), '--outDir', join(scratch, name, 'dist')],
      cwd: projectRoot,
    },
  };
}

const environment = ({ name, content }: Peer) => ({
  CONTENT_DIR: content,
  BUILD_CACHE: join(scratch, name, 'cache'),
});

async function time(peer: Peer, edited: string, runs = RUNS): Promise<{ cold: Taken; warm: Taken }> {
  const once = () => measure({ ...peer.command, env: environment(peer) });
  const cold: Taken[] = [];
  for (let run = 0; run < runs; run++) {
    for (const cache of peer.caches) rmSync(cache, { recursive: true, force: true });
    cold.push(await once());
  }
  const warm: Taken[] = [];
  for (let run = 0; run < runs; run++) {
    edit(edited);
    warm.push(await once());
  }
  const taken = { cold: medians(cold), warm: medians(warm) };
  row(`${peer.name}, cold`, taken.cold);
  row(`${peer.name}, after one edit`, taken.warm);
  return taken;
}

const real = site('the site, real content', 0);
const peers = [bareAstro(scratch), eleventy(scratch), hugo(scratch)];
const taken = await time(real, real.edited);
for (const peer of peers) {
  if (!peer) continue;
  const other = await time(peer, join(peer.content, real.edited.slice(real.content.length)));
  if (peer.name !== 'bare Astro') continue;
  const ratio = (taken.warm.wall / other.warm.wall).toFixed(1);
  console.log(`After one edit: ${ratio} × ${peer.name}`);
}

if (values.large) {
  const sizes = [1000, 10_000];
  const large: { cold: Taken; warm: Taken }[] = [];
  for (const size of sizes) {
    const bigger = site(`${size.toLocaleString('en')} opportunities more`, size);
    large.push(await time(bigger, bigger.edited, 1));
  }
  const [small, big] = large;
  if (small && big) {
    for (const kind of ['cold', 'warm'] as const) {
      const each = ((big[kind].cpu - small[kind].cpu) / 9000) * 1000;
      const exponent = Math.log10((big[kind].cpu - taken[kind].cpu) / (small[kind].cpu - taken[kind].cpu));
      console.log(`${kind}: ${each.toFixed(1)} ms of processor for each further one; exponent ${exponent.toFixed(2)}`);
    }
  }
}
rmSync(scratch, { recursive: true, force: true });

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFrontMatter } from '#content/check/front-matter.ts';
import { candidateOf } from '#funding/matching/candidates.ts';
import { matchOpportunity, type Candidate, type MatchAnswer } from '#funding/matching/matching.ts';
import { reasonsOf } from '#funding/matching/matching-words.ts';
import type { Profile } from '#funding/matching/profile.ts';
import { cantines } from '#schemas/cantines.ts';
import { readEntry, type Collection } from '#schemas/kit/index.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { projectRoot } from '../support/folders.ts';

/**
 * What the watch answers to five cantines, without and with a profile, on what editors publish. Run: `npm run
 * bench:fit`; with `-- --why`, every « oui » and every « peut-être » with its reasons.
 */
const TODAY = '2026-11-21';

async function entriesOf<C extends Collection>(collection: C) {
  const folder = join(projectRoot, 'content', collection.name);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text, index) => {
    const { entry } = readEntry(collection, readFrontMatter(text).data);
    if (entry === undefined) throw new Error(`${names[index]} cannot be read: run \`npm run check\`.`);
    return { slug: names[index]?.replace(/\.md$/, '') ?? '', data: entry };
  });
}

/** A profile as a small cantine would answer: made up for the measure, of no real cantine. */
const ANSWERED: Profile = {
  asOf: TODAY,
  foundedOn: '2022-03',
  employees: 2,
  budget: 120_000,
  resources: 115_000,
  project: 20_000,
  seat: true,
  district: false,
  approvals: { jep: false, 'aide-alimentaire': false, 'recu-fiscal': true, rescrit: true, esus: false, siret: true },
  actions: { aines: true, familles: true, precarite: true, fete: true, 'formation-benevoles': true },
};

const watch = await entriesOf(opportunities);
const written = new Map((await entriesOf(cantines)).map(({ slug, data }) => [slug, candidateOf(data)]));
const asked: [name: string, candidate: Candidate | undefined][] = [
  ['Bruz', written.get('bruz')],
  ['Metz', written.get('metz')],
  ['Lyon Vaise', written.get('lyon-vaise')],
  ['Montpellier, en préparation', written.get('montpellier')],
  ['Saint-Denis, La Réunion', candidateOf({ status: 'open', commune: '97411', openedOn: undefined })],
];

function tell(name: string, candidate: Candidate) {
  const found: Record<MatchAnswer, string[]> = { yes: [], maybe: [], no: [] };
  for (const { slug, data } of watch) {
    const match = matchOpportunity(data, candidate, TODAY);
    const why = reasonsOf(match, data, candidate).filter(({ answer }) => answer === match.answer);
    found[match.answer].push(`  ${match.answer} ${slug}: ${why.map(({ words }) => words).join(' ')}`);
  }
  console.log(`${name.padEnd(44)} ${found.yes.length} oui / ${found.maybe.length} peut-être / ${found.no.length} non`);
  if (process.argv.includes('--why')) for (const line of [...found.yes, ...found.maybe]) console.log(line);
}

for (const [name, candidate] of asked) {
  if (candidate === undefined) throw new Error(`${name} is no longer among the cantines.`);
  tell(name, candidate);
  tell(`${name}, with a profile`, { ...candidate, profile: ANSWERED });
}

import { aidRefusal } from '#jobs/aides-territoires/choose.ts';
import { keptAids, measureChoice, tunedAids } from '../support/labelled-aids.ts';

/**
 * How often the import keeps what a fundraiser would, on the labelled aids of tests/fixtures/aids/. Run by
 * `npm run bench:import`, with `--misses` to see where it is wrong among those that it may be tuned on.
 */
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(10);
const sets = { tuned: tunedAids, kept: keptAids, all: [...tunedAids, ...keptAids] };
console.log('set     aids  precision  recall');
for (const [name, labelled] of Object.entries(sets)) {
  const { aids, precision, recall, misses } = measureChoice(labelled, (aid) => aidRefusal(aid) === undefined);
  console.log(name.padEnd(6), `${aids}`.padStart(5), percent(precision), percent(recall));
  if (name !== 'tuned' || !process.argv.includes('--misses')) continue;
  for (const { fits, aid } of misses) console.log(`  ${fits ? 'left' : 'kept'} by mistake: ${aid.id} ${aid.name}`);
}

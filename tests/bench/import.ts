import { choose } from '#jobs/aides-territoires/choose.ts';
import { keptAids, laterAids, measureChoice, tunedAids } from '../support/labelled-aids.ts';

/**
 * How often the import keeps what a fundraiser would, on the labelled aids of tests/fixtures/aids/. Run by
 * `npm run bench:import`, with `--misses` to see where it is wrong among those that it may be tuned on.
 */
const TODAY = '2026-11-22';
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(10);
const sets = { tuned: tunedAids, kept: keptAids, later: laterAids, all: [...tunedAids, ...keptAids, ...laterAids] };
console.log('set     aids  precision  recall');
for (const [name, labelled] of Object.entries(sets)) {
  const { aids, precision, recall, misses } = measureChoice(
    labelled,
    (aid) => choose(aid, TODAY).refusal === undefined,
  );
  console.log(name.padEnd(6), `${aids}`.padStart(5), percent(precision), percent(recall));
  if (name !== 'tuned' || !process.argv.includes('--misses')) continue;
  for (const { fits, aid } of misses)
    console.log(
      `  ${fits ? 'left' : 'kept'} by mistake: ${aid.id} ${aid.name}: ${choose(aid, TODAY).reasons.join(' ; ')}`,
    );
}

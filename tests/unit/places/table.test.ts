/** The finder’s own code, asked what a table that shares no line with it expects. */
import { describe, expect, test } from 'vitest';
import { find } from '#cantines/finder/finder.ts';
import { originOf } from '#cantines/finder/nearness.ts';
import { allShards } from '#places/all-shards.ts';
import { isArea, type Choice } from '#places/area.ts';
import { understand } from '#places/understand.ts';
import { networkRecords } from '../../support/cantine-records.ts';
import { placeTable } from '../../support/place-table.ts';

const shards = allShards();
const fetchShard = (shard: string): Promise<unknown> =>
  shards.has(shard) ? Promise.resolve(shards.get(shard)) : Promise.reject(new Error(shard));
const records = networkRecords().filter(({ status }) => status === 'open' || status === 'preparing');
const known = { areas: true, landmarks: records };

const meansOf = (choice: Choice): readonly (string | undefined)[] =>
  isArea(choice) ? [choice.slug, ...(choice.within ?? [])] : [choice.code];

describe('place queries', () => {
  test('are forty at least, of which some are offered', () => {
    expect(placeTable.length).toBeGreaterThanOrEqual(40);
    expect(placeTable.filter(({ how }) => how === 'offered').length).toBeGreaterThanOrEqual(6);
  });

  test.each(placeTable)('$query is $how, and $first comes first', async ({ query, how, meant, first }) => {
    const found = await understand(query, fetchShard, known);
    expect(found.how).toBe(how === 'chosen' ? 'one' : 'several');
    const rank = found.choices.findIndex((choice) => meansOf(choice).includes(meant));
    if (how === 'chosen') expect(rank).toBe(0);
    const choice = found.choices[rank];
    if (!choice) throw new Error(`${meant} is not offered for ${query}`);
    const { shown } = find(records, new Map(), { origin: originOf(choice), questions: [] });
    expect(first).toContain(shown[0]?.record.slug);
  });
});

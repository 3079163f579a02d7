import { expect, test } from 'vitest';
import type { Cantine } from '#schemas/cantines.ts';
import type { Session } from '#schemas/sessions.ts';
import { regionOf } from '#sessions/region.ts';
import { entryOf, readOf } from '../../support/entries.ts';

const session = (changes: Readonly<Record<string, unknown>>) =>
  readOf(
    'sessions',
    entryOf('sessions', { attendance: 'onSite', 'venue.addressLocality': 'Une commune', ...changes }),
  ) as Session;
const cantine = (changes: Readonly<Record<string, unknown>> = {}) =>
  readOf('cantines', entryOf('cantines', changes)) as Cantine;

const AT_CANTINE = { cantine: 'strasbourg' };
const STRASBOURG = cantine({ commune: '67482' });

test.each<[string, Readonly<Record<string, unknown>>, Cantine | undefined, string | undefined]>([
  ['that of its cantine', AT_CANTINE, STRASBOURG, '44'],
  ['that of its cantine, when it is followed online too', { ...AT_CANTINE, attendance: 'mixed' }, STRASBOURG, '44'],
  ['that of its cantine rather than its postcode', { ...AT_CANTINE, 'venue.postalCode': '69009' }, STRASBOURG, '44'],
  ['none online', { ...AT_CANTINE, attendance: 'online' }, STRASBOURG, undefined],
  ['none in a cantine whose commune nobody wrote', AT_CANTINE, cantine(), undefined],
  ['that of its postcode', { 'venue.postalCode': '69009' }, undefined, '84'],
  ['none with a postcode over two regions', { 'venue.postalCode': '01410' }, undefined, undefined],
  ['none with a postcode that no commune has', { 'venue.postalCode': '00000' }, undefined, undefined],
  ['none without a postcode', {}, undefined, undefined],
])('the region of a session: %s', (_title, changes, held, region) => {
  expect(regionOf(session(changes), held)).toBe(region);
});

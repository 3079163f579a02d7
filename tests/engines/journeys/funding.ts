import { expect } from 'vitest';
import type { Journeys } from '../../support/engines/journey.ts';
import { button } from '../../support/engines/visitor.ts';
import { networkFiles } from '../../support/network.ts';

const SUM = { css: 'opportunity-finder .sum' };
const TITLES = { css: 'opportunity-finder .found .opportunity h3' };
const KIND = { css: 'select[name=type]' };

/** A cantine looks for money. */
export const FUNDING: Journeys = {
  'the list is filtered, counted, sorted, and comes back': async (visitor) => {
    const all = networkFiles('opportunities').length;
    await visitor.open('/financements/');
    await visitor.reads(SUM, `${all} sur ${all}`);
    await visitor.choose(KIND, 'Prix');
    await visitor.arrives(/\?type=prix$/);
    const [left = ''] = /^\d+/.exec(await visitor.reads(SUM, /^(?!(\d+) sur \1\b)\d+ sur/)) ?? [];
    expect(await visitor.texts(TITLES)).toHaveLength(Number(left));
    await visitor.click({ css: '.further summary' });
    await visitor.choose({ css: 'select[name=tri]' }, 'Par montant');
    await visitor.arrives(/tri=montant/);
    expect(await visitor.texts(TITLES)).toHaveLength(Number(left));
    await visitor.click(button('Tout effacer'));
    await visitor.arrives(/^\/financements\/$/);
    await visitor.reads(SUM, `${all} sur ${all}`);
  },

  'a cantine asks, and its answers follow it': async (visitor) => {
    await visitor.open('/financements/');
    await visitor.reads(SUM);
    await visitor.choose({ css: 'select[name=cantine]' }, 'Mâcon');
    await visitor.arrives(/\?cantine=macon$/);
    await visitor.reads(SUM, /oui/);
    await visitor.open('/financements/exemple-tables-ouvertes/');
    await visitor.reads({ css: 'h2, h3', named: 'Pour Mâcon' });
  },
};

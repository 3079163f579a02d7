import { expect } from 'vitest';
import type { Journeys } from '../../support/engines/journey.ts';
import { button } from '../../support/engines/visitor.ts';

const TITLE = { css: 'h1' };

/** Somebody keeps the list on a device. */
export const OFFLINE: Journeys = {
  'without a network: the list, a fiche that was read, and for the rest all the cantines': async (visitor) => {
    await visitor.open('/cantines/');
    await visitor.click(button('Garder la liste hors ligne'));
    await visitor.reads({ css: 'keep-offline' }, 'est gardée sur cet appareil');
    await visitor.open('/cantines/macon/');
    await visitor.reads(TITLE, 'Mâcon');
    await visitor.cut();
    await visitor.open('/cantines/');
    await visitor.reads({ css: 'li.cantine h3 a', named: 'Lyon Vaise' });
    expect((await visitor.texts({ css: 'li.cantine' })).length).toBeGreaterThan(20);
    await visitor.open('/cantines/macon/');
    await visitor.reads(TITLE, 'Mâcon');
    await visitor.open('/financements/');
    await visitor.reads(TITLE, 'même sans réseau');
  },
};

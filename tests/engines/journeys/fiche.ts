import type { Journeys } from '../../support/engines/journey.ts';
import { button, link } from '../../support/engines/visitor.ts';

const MENU = { css: 'nav[aria-label="Menu principal"]' };

/** Somebody reads the page of a cantine. */
export const FICHE: Journeys = {
  'its facts, and what to do about a wrong one': async (visitor) => {
    await visitor.narrow();
    await visitor.open('/cantines/lyon-vaise/');
    await visitor.reads({ css: 'h1' }, 'Lyon Vaise');
    await visitor.reads({ css: 'opening-badge' });
    for (const fact of ['37 rue Saint-Pierre-de-Vaise, 69009 Lyon', 'Prix libre', '04 26 64 79 24', 'on met la table'])
      await visitor.reads({ css: 'main' }, fact);
    await visitor.click(link('Signaler une information'));
    await visitor.arrives(/\/confirmer\/$/);
    await visitor.reads({ css: 'main' }, 'D’où le savez-vous');
  },

  'the menu of a telephone opens, and Escape closes it': async (visitor) => {
    await visitor.narrow();
    await visitor.open('/cantines/lyon-vaise/');
    await visitor.misses(MENU);
    await visitor.click(button('Menu'));
    await visitor.reads(MENU, 'Financements');
    await visitor.press('Tab');
    await visitor.press('Escape');
    await visitor.misses(MENU);
    await visitor.reads({ css: ':focus' }, 'Menu');
    await visitor.press('Enter');
    await visitor.reads(MENU, 'Financements');
    await visitor.click({ css: `${MENU.css} a[href="/financements/"]` });
    await visitor.arrives(/^\/financements\/$/);
  },
};

import type { Journeys } from '../../support/engines/journey.ts';
import { field } from '../../support/engines/visitor.ts';

const RESULTS = { css: '[data-results]' };
const FIRST = { css: '[data-results] a' };

/** Somebody asks the search. */
export const SEARCH: Journeys = {
  'a question, answered by the cantine that it names': async (visitor) => {
    await visitor.open('/');
    await visitor.fill({ css: '.site-header input[type=search]' }, 'combien coûte un repas à Oullins');
    await visitor.press('Enter');
    await visitor.arrives(/^\/recherche\/\?q=combien/);
    await visitor.reads({ css: 'site-search [role=status]' }, /résultat|réponse/);
    await visitor.reads(RESULTS, 'Oullins');
    await visitor.click({ ...FIRST, named: 'Oullins' });
    await visitor.arrives(/^\/cantines\//);
    await visitor.reads({ css: 'h1' });
  },

  'a slip of the finger: what was meant, and a result followed': async (visitor) => {
    await visitor.open('/recherche/');
    await visitor.fill(field('Que cherchez-vous'), 'finacement');
    await visitor.reads(FIRST, 'Financements');
    await visitor.reads({ css: '[data-meant]' }, 'Vouliez-vous dire');
    await visitor.click({ css: '[data-meant] a', named: 'financement' });
    await visitor.arrives(/\?q=financement$/);
    await visitor.reads(FIRST);
    await visitor.misses({ css: '[data-meant]' });
    await visitor.click({ ...FIRST, named: 'Financements' });
    await visitor.arrives(/^\/financements\/$/);
  },
};

/** A page on a slow phone: nothing moves under the thumb by itself. `npm run bench` tells the figures of every page. */
import { expect, test } from 'vitest';
import { builtSite } from '../support/built-site.ts';
import { shiftsOf, sumOf } from '../support/shift.ts';

const open = builtSite();

// A busy machine may paint before the fonts come: what moves each time is a fault, what moves once is the race.
const AGAIN = { retry: 2 };

test.each([
  '/',
  '/cantines/',
  '/cantines/?lieu=oullins-69149',
  '/cantines/?lieu=nulle-part',
  '/cantines/lyon-vaise/',
  '/sessions/',
  '/ouvrir-une-cantine/',
  '/ouvrir-une-cantine/fiche-projet/',
  '/financements/',
  '/financements/?cantine=lyon-vaise',
  '/financements/profil/?cantine=lyon-vaise',
  '/financements/cantine/lyon-vaise/',
  '/financements/suivi/',
  '/financeurs/',
  '/espace-cantines/',
  '/espace-cantines/question/',
  '/recherche/?q=bilan',
  '/admin/jour/',
])('%s holds still', AGAIN, async (path) => {
  await open({ viewport: { width: 360, height: 740 } }, async (page) => {
    const shifts = await shiftsOf(page, path);
    expect(sumOf(shifts), JSON.stringify(shifts)).toBeLessThan(0.05);
  });
});

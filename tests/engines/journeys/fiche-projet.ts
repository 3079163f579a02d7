import type { Journeys } from '../../support/engines/journey.ts';
import { button } from '../../support/engines/visitor.ts';

const PATH = '/ouvrir-une-cantine/fiche-projet/';
const TITLE = { css: 'h2', named: 'Étape' };

/** A team that would open a cantine writes its fiche-projet. */
export const FICHE_PROJET: Journeys = {
  'what is written is there after the page is opened again': async (visitor) => {
    await visitor.open(PATH);
    await visitor.reads(TITLE, 'Étape 1');
    for (const person of [1, 2]) {
      await visitor.fill({ css: `#personne-${person}-nom` }, `Prénom ${person}`);
      await visitor.fill({ css: `#personne-${person}-email` }, `personne${person}@exemple.org`);
    }
    await visitor.fill({ css: '#question-rencontre' }, 'À la cantine d’à côté');
    await visitor.click(button('Continuer'));
    await visitor.reads(TITLE, 'Étape 2');
    await visitor.open(PATH);
    await visitor.reads({ css: 'main' }, 'Votre brouillon est revenu');
    await visitor.holds({ css: '#personne-2-email' }, 'personne2@exemple.org');
    await visitor.holds({ css: '#question-rencontre' }, 'À la cantine d’à côté');
  },

  'where nothing receives it is told first, and a commune takes its code': async (visitor) => {
    await visitor.open(PATH);
    await visitor.reads({ css: '.form-engine' }, 'Rien ne part d’ici tout seul');
    await visitor.click(button('Le territoire'));
    await visitor.reads(TITLE, 'Étape 2');
    await visitor.fill({ css: '#question-commune' }, 'bruz');
    await visitor.reads({ css: '.communes' }, 'Bruz (Ille-et-Vilaine)');
    await visitor.fill({ css: '#question-quartier' }, 'Le bourg');
    await visitor.holds({ css: '#question-commune' }, 'Bruz (Ille-et-Vilaine), code Insee 35047');
  },

  'what is wrong is told': async (visitor) => {
    await visitor.open(PATH);
    await visitor.reads(TITLE, 'Étape 1');
    await visitor.fill({ css: '#personne-1-email' }, 'personne1 chez exemple');
    await visitor.click(button('Continuer'));
    await visitor.reads({ css: '#a-corriger' }, 'au moins deux personnes');
    await visitor.reads({ css: '#a-corriger' }, 'arobase');
    await visitor.holds({ css: '#personne-1-email' }, 'personne1 chez exemple');
  },
};

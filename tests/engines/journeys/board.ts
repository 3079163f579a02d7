import { expect } from 'vitest';
import type { Journeys } from '../../support/engines/journey.ts';
import { button, field } from '../../support/engines/visitor.ts';

const PATH = '/financements/suivi/';
const CARD = { css: '.followed', named: 'Le prix du quartier' };
const OPEN = { css: '.followed button', named: 'Le prix du quartier' };
const TASK = { css: '[aria-label="Tâche"]' };

/** A team follows its requests for money. */
export const BOARD: Journeys = {
  'what is followed is there after the page is opened again, and goes into a file': async (visitor) => {
    await visitor.open(PATH);
    await visitor.reads({ css: '.follow-up' });
    await visitor.fill(field('Suivre un financement'), 'Le prix du quartier');
    await visitor.click(button('hors de la veille'));
    await visitor.reads(CARD);
    await visitor.click(OPEN);
    await visitor.click(button('Ajouter une tâche'));
    await visitor.fill(TASK, 'Signer');
    await visitor.click(button('Fermer'));
    await visitor.misses(TASK);
    await visitor.open(PATH);
    await visitor.click(OPEN);
    await visitor.holds(TASK, 'Signer');
    await visitor.press('Escape');
    await visitor.misses(TASK);
    await visitor.click(button('Enregistrer le fichier'));
    const saved = JSON.parse(await visitor.receives(/^suivi-financements-.*\.json$/, /\}\s*$/)) as { cards: unknown[] };
    expect(saved.cards).toHaveLength(1);
    expect(JSON.stringify(saved)).toContain('Signer');
  },
};

import { expect } from 'vitest';
import type { Journeys } from '../../support/engines/journey.ts';
import { button, field } from '../../support/engines/visitor.ts';

const PLACE = { css: '#lieu' };
const SUM = { css: 'cantine-finder .sum' };
const CARD = { css: '.found li.cantine' };

/** Somebody looks for a cantine. */
export const FINDER: Journeys = {
  'a place by its postcode and the keyboard, a meal, then the fiche': async (visitor) => {
    await visitor.open('/cantines/');
    await visitor.fill(PLACE, '71000');
    await visitor.reads({ css: '[role=option]', named: 'Mâcon' });
    await visitor.press('ArrowDown');
    await visitor.press('Enter');
    await visitor.reads(SUM, /La plus proche.*Mâcon/);
    await visitor.reads(CARD, 'Mâcon');
    await visitor.choose(field('Quand'), 'Demain midi');
    await visitor.arrives(/quand=\d{4}-\d\d-\d\d-midi/);
    await visitor.reads({ css: '.found [data-meal]' }, /^Demain midi/);
    await visitor.click({ css: '.found li.cantine h3 a' });
    await visitor.arrives(/^\/cantines\/macon\/$/);
    await visitor.reads({ css: 'h1' }, 'Mâcon');
  },

  'questions sort the list, count, and are taken back': async (visitor) => {
    await visitor.open('/cantines/');
    const question = { css: '.question', named: 'Je veux cuisiner' };
    await visitor.click(question);
    await visitor.arrives(/[?&]questions=cuisiner$/);
    await visitor.reads(SUM, 'répond');
    const counted = /\d+$/.exec(await visitor.reads(question, /\d$/))?.[0];
    expect(Number(counted)).toBe((await visitor.texts(CARD)).length);
    await visitor.click(button('Tout effacer'));
    await visitor.arrives(/^\/cantines\/$/);
    await visitor.misses(CARD);
    expect((await visitor.texts({ css: '.all li.cantine' })).length).toBeGreaterThan(20);
  },
};

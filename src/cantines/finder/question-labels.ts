import type { Question } from './finder.ts';

/** What a page writes of each question; apart, since no script asks for it. */
export const QUESTION_LABELS: Readonly<Record<Question, string>> = {
  ouverte: 'Ouverte maintenant',
  midi: 'Ce midi',
  soir: 'Ce soir',
  'week-end': 'Ce week-end',
  cuisiner: 'Je veux cuisiner',
  'sans-reserver': 'Manger sans réserver',
  fauteuil: 'Accessible en fauteuil',
  vegetarien: 'Option végétarienne',
};

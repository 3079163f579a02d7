import type { Journeys } from '../../support/engines/journey.ts';
import { BOARD } from './board.ts';
import { FICHE_PROJET } from './fiche-projet.ts';
import { FICHE } from './fiche.ts';
import { FINDER } from './finder.ts';
import { FUNDING } from './funding.ts';
import { OFFLINE } from './offline.ts';
import { SEARCH } from './search.ts';

const ROOMS = {
  finder: FINDER,
  fiche: FICHE,
  search: SEARCH,
  funding: FUNDING,
  board: BOARD,
  'fiche-projet': FICHE_PROJET,
  offline: OFFLINE,
};

/** What is tried in each engine, by its room and its title. */
export const JOURNEYS: Journeys = Object.fromEntries(
  Object.entries(ROOMS).flatMap(([room, journeys]) =>
    Object.entries(journeys).map(([title, journey]) => [`${room}: ${title}`, journey]),
  ),
);

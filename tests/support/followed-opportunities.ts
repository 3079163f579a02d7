import { EMPTY_BOARD, write, type Board, type Value } from '#funding/board/board.ts';
import { ENGAGEMENTS, STATE_NAMES } from '#funding/board/view.ts';

const FUNDERS = ['Fondation du Marché', 'Région', 'Banque des Territoires', 'Ville', 'Caisse d’allocations'];
const PEOPLE = ['AB', 'AB CDE', 'ZO', ''];
const DAY = 86_400_000;

/** A day some days after 1 January 2027, `YYYY-MM-DD`. */
const dayAfter = (days: number): string => new Date(Date.UTC(2027, 0, 1) + days * DAY).toISOString().slice(0, 10);

/**
 * The cells of an invented followed opportunity: each state, amounts in euros, a task and an engagement with their
 * days.
 */
function cellsOf(n: number): Record<string, Value> {
  const state = STATE_NAMES[n % STATE_NAMES.length] ?? 'study';
  const kinds = Object.keys(ENGAGEMENTS);
  return {
    title: `Demande n° ${n} pour la cuisine partagée`,
    funder: FUNDERS[n % FUNDERS.length] ?? '',
    state,
    addedAt: Date.UTC(2026, 9, 1) + n * 1000,
    deadline: dayAfter((n * 7) % 700),
    asked: 1000 + (n % 90) * 250,
    people: PEOPLE[n % PEOPLE.length] ?? '',
    'task.t1.text': 'Demander le RIB et les comptes',
    'task.t1.due': dayAfter((n * 11) % 400),
    ...(state === 'won'
      ? {
          obtained: 800 + (n % 90) * 200,
          'engagement.e1.kind': kinds[n % kinds.length] ?? 'report',
          'engagement.e1.label': '',
          'engagement.e1.due': dayAfter(200 + ((n * 13) % 400)),
        }
      : {}),
  };
}

/** A board of invented followed opportunities spread over the five states, the same at each call. */
export function boardOf(count: number): Board {
  const writes = Array.from({ length: count }, (_, n) => ({
    card: `libre-${n}`,
    cells: cellsOf(n),
    notes: `Appelé le standard. Rappeler après le conseil, en parler à l’équipe.\nDossier ${n}.`,
  }));
  return write(EMPTY_BOARD, writes, { at: Date.UTC(2026, 10, 21), by: 'essai' });
}

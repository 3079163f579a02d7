import type { DeadlineState } from './deadlines.ts';
import { formatDate } from './french.ts';

/**
 * A deadline's state as a visitor reads it, and the class of its colour.
 * @param usual months in which the opportunity usually opens, « décembre et janvier »
 */
export function sayDeadline(state: DeadlineState, usual: string | undefined): { words: string; tone?: string } {
  switch (state.state) {
    case 'permanent':
      return { words: 'Ouvert toute l’année', tone: 'tone-good' };
    case 'open':
      return { words: state.closesOn ? `Ouvert jusqu’au ${formatDate(state.closesOn)}` : 'Ouvert', tone: 'tone-good' };
    case 'closing':
      return {
        words:
          state.days === 0
            ? 'Clôt aujourd’hui'
            : `Clôt dans ${state.days} jour${state.days > 1 ? 's' : ''}, le ${formatDate(state.closesOn)}`,
        tone: state.days <= 7 ? 'tone-late' : 'tone-soon',
      };
    case 'opens':
      return { words: `Ouvre le ${formatDate(state.opensOn)}`, tone: 'tone-soon' };
    case 'closed':
      return {
        words: usual ? `Clos, revient d’habitude en ${usual}` : `Clos depuis le ${formatDate(state.closedOn)}`,
      };
    case 'unknown':
      return { words: usual ? `S’ouvre d’habitude en ${usual}` : 'Dates non renseignées' };
  }
}

import { deadlineState, type Calendar } from '#domain/deadlines.ts';
import { formatDay, formatMonths } from '#domain/french.ts';
import { count } from '#domain/numbers.ts';

interface Dated extends Calendar {
  windows: readonly { opensOn?: string | undefined; closesOn?: string | undefined; note?: string | undefined }[];
  usualMonths: { opens: readonly string[] };
}

/** When an opportunity can be answered, in words that stay true after the day of the message; the day is in France. */
export function sayDates(opportunity: Dated, today: string): string {
  const state = deadlineState(opportunity, today);
  switch (state.state) {
    case 'permanent':
      return 'ouvert toute l’année';
    case 'open':
    case 'closing':
      return state.closesOn === undefined
        ? 'ouvert, sans date limite connue'
        : `ouvert jusqu’au ${withNote(opportunity, state.closesOn)} (${sayDays(state.days ?? 0)})`;
    case 'opens': {
      const closesOn = opportunity.windows.find(({ opensOn }) => opensOn === state.opensOn)?.closesOn;
      const opens = `ouvre le ${formatDay(state.opensOn)}`;
      return closesOn === undefined ? opens : `${opens}, clôt le ${withNote(opportunity, closesOn)}`;
    }
    case 'closed':
      return `clos depuis le ${formatDay(state.closedOn)}`;
    case 'unknown':
      return opportunity.usualMonths.opens.length > 0
        ? `s’ouvre d’habitude en ${formatMonths(opportunity.usualMonths.opens)}, dates non renseignées`
        : 'non renseignées, à demander au financeur';
  }
}

/** A last day to remind: `mardi 12 janvier 2027 (dans 14 jours)`. */
export const sayLastDay = (opportunity: Dated, closesOn: string, days: number): string =>
  `${withNote(opportunity, closesOn)} (${sayDays(days)})`;

const sayDays = (days: number): string =>
  days === 0 ? 'aujourd’hui' : days === 1 ? 'demain' : `dans ${count(days, 'jour')}`;

function withNote({ windows }: Dated, closesOn: string): string {
  const note = windows.find((window) => window.closesOn === closesOn)?.note;
  return note === undefined ? formatDay(closesOn) : `${formatDay(closesOn)}, ${note}`;
}

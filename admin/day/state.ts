import { formatDate } from '#domain/date-words.ts';
import { dayInFrance } from '#domain/days.ts';
import { typeset } from '#domain/typography.ts';

const hour = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Paris' });

/** What the board says of `/etat.json` (src/publication/site-state.ts), read without the library that proves it. */
export function sayState(state: unknown): string {
  const { builtAt, refused } = (typeof state === 'object' && state !== null ? state : {}) as {
    builtAt?: unknown;
    refused?: { step?: unknown } | undefined;
  };
  const built = new Date(typeof builtAt === 'string' ? builtAt : Number.NaN);
  // `npm start` serves the content as it is written.
  if (Number.isNaN(built.valueOf())) return typeset('Le site montre le contenu tel qu’il est écrit maintenant.');
  const when = `le ${formatDate(dayInFrance(built))} à ${hour.format(built).replace(':', ' h ')}`;
  return typeset(
    refused
      ? `La dernière publication a été refusée${typeof refused.step === 'string' ? ` à ${refused.step}` : ''} : le site date du ${when.slice(3)}. Ouvrez la rédaction pour voir quoi corriger.`
      : `Le site en ligne a été construit ${when}.`,
  );
}

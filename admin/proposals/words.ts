import { formatDate } from '#domain/date-words.ts';
import { capitalised } from '#domain/french.ts';
import { count } from '#domain/numbers.ts';
import { BY_ROLE } from '#domain/roles.ts';
import { dayInFrance } from '#domain/days.ts';
import { typeset } from '#domain/typography.ts';
import type { Proposal } from '#proposals/proposal.ts';
import { referenceOf } from './accept.ts';
import type { Comparison, Row } from './compare.ts';
import type { Arrival } from './queue.ts';

/** « L’équipe de la cantine, le 23 novembre 2026, réf. 1a2b3c4d ». */
export const sayWho = (proposal: Proposal): string =>
  typeset(`${capitalised(BY_ROLE[proposal.by])}, le ${formatDate(proposal.saidOn)}, réf. ${referenceOf(proposal)}`);

/** « 3 changements, 9 faits confirmés ». */
export function sayGist({ rows, others }: Comparison, isWhole = false): string {
  if (isWhole) return 'À publier';
  const changes = rows.filter(({ is, state }) => is !== 'right' && state !== 'already there').length;
  const held = rows.filter(({ is, state }) => is === 'right' && state !== 'already there').length;
  const moved = rows.filter(({ state }) => state === 'changed since').length;
  const parts = [
    ...(changes > 0 ? [count(changes, 'changement')] : []),
    ...(held > 0 ? [count(held, 'fait confirmé', 'faits confirmés')] : []),
    ...(moved > 0 ? [count(moved, 'à relire', 'à relire')] : []),
    ...(others.length > 0 ? [count(others.length, 'remarque')] : []),
  ];
  return typeset(parts.length === 0 ? 'Tout est déjà dans la fiche' : parts.join(', '));
}

/** The words of the button that takes what is ticked. */
export function sayAccept(rows: readonly Row[], taken: number): string {
  const all = rows.filter(({ state, canTake }) => canTake && state !== 'already there').length;
  if (taken === 0) return 'Cochez ce que vous acceptez';
  if (taken === 1 && all === 1) return 'Accepter la réponse';
  return taken === all ? `Accepter les ${all}\u00a0réponses` : `Accepter ${count(taken, 'réponse')} sur ${all}`;
}

export const sayAccepted = (title: string, taken: number): string =>
  typeset(
    taken === 0
      ? `« ${title} » : la confirmation est notée.`
      : `« ${title} » : ${count(taken, 'réponse acceptée', 'réponses acceptées')}.`,
  );

/** What became of one that came, after its name. */
export function sayArrival(arrival: Arrival): string {
  switch (arrival.is) {
    case 'new':
      return 'ajoutée à la file';
    case 'twice':
      return typeset(`dite ${arrival.waiting.ids.length} fois : réunies`);
    case 'same':
      return 'attend déjà dans la file';
    case 'done': {
      const how = arrival.done.how === 'accepted' ? 'acceptée' : 'refusée';
      return typeset(`déjà ${how} ici, le ${formatDate(dayInFrance(new Date(arrival.done.at)))}`);
    }
  }
}

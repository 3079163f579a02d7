import { isRough } from '#domain/location.ts';
import type { FoundCantine } from './finder.ts';

/** A distance as one says it: « à 800 m », « à environ 4 km ». */
export function sayDistance({ km, record }: FoundCantine, roughOrigin: boolean): string {
  if (km === undefined) return 'distance inconnue';
  const rough = roughOrigin || isRough(record.point);
  if (rough && km < 1) return 'tout près';
  const shown =
    km < 1 ? `${Math.round(km * 10) * 100}\u00a0m` : `${km < 10 ? Math.round(km) : Math.round(km / 5) * 5}\u00a0km`;
  return `à ${rough ? 'environ ' : ''}${shown}`;
}

/**
 * The sentence that sums an answer up, read aloud when it changes.
 * @param answer.yes how many answer yes
 * @param answer.likely how many of them by facts to be confirmed
 * @param answer.maybe how many lack a fact
 * @param answer.asked whether questions were asked
 */
export function sayAnswer(answer: {
  yes: number;
  likely: number;
  maybe: number;
  place: string | undefined;
  asked: boolean;
}): string {
  const { yes, likely, maybe, place, asked } = answer;
  const s = (count: number) => (count > 1 ? 's' : '');
  const doubt =
    maybe > 0
      ? ` Pour ${maybe}\u00a0${yes > 0 ? `autre${s(maybe)}` : `cantine${s(maybe)}`}, il manque une information.`
      : '';
  if (yes === 0) return `Aucune cantine ne répond à coup sûr.${doubt}`;
  const cantines = `${yes}\u00a0cantine${s(yes)}`;
  const found = asked ? `${cantines} répond${yes > 1 ? 'ent' : ''} à vos questions` : cantines;
  const confirm = likely === 0 ? '' : likely === yes ? ', à confirmer' : `, dont ${likely} à confirmer`;
  return `${found}${place ? `, depuis ${place}` : ''}${confirm}.${doubt}`;
}

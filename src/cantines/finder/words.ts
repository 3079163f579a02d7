import { formatNumber } from '#domain/numbers.ts';
import type { FoundCantine } from './finder.ts';

const SHARED: Readonly<Record<NonNullable<FoundCantine['shared']>, string>> = {
  district: 'dans le même arrondissement',
  commune: 'dans la commune',
  departement: 'dans ce département',
  region: 'dans cette région',
  postcode: 'à environ 1\u00a0km',
};

/** A distance as one says it: « à 800 m », « à environ 4 km », « dans la commune ». */
export function sayDistance({ km, exactness, shared }: Pick<FoundCantine, 'km' | 'exactness' | 'shared'>): string {
  if (shared === 'departement' || shared === 'region') return SHARED[shared];
  if (km === undefined) return 'distance inconnue';
  if (km < 1) {
    // What stands in the middle of a commune may be two kilometres off.
    if (exactness !== 'exact') return SHARED[shared ?? 'postcode'];
    return km < 0.1 ? 'tout près' : `à ${Math.round(km * 10) * 100}\u00a0m`;
  }
  const shown = formatNumber(km < 10 ? Math.round(km) : Math.round(km / 5) * 5);
  return `à ${exactness === 'rough' ? 'environ ' : ''}${shown}\u00a0km`;
}

/** What an answer is made of. */
interface Answer {
  /** Those that answer yes, the nearest first when a place is given. */
  yes: readonly FoundCantine[];
  /** How many of them by facts to be confirmed. */
  likely: number;
  /** How many lack a fact. */
  maybe: number;
  /** « Saint-Denis (Réunion) » */
  place: string | undefined;
  /** Whether questions were asked. */
  asked: boolean;
}

/** The sentences that sum an answer up, read aloud when it changes: the nearest first, then how many. */
export function sayAnswer(answer: Answer): string {
  const { yes, place } = answer;
  const open = yes.filter(({ record }) => record.status === 'open');
  const nearest = place === undefined ? [] : [...sayProject(yes), ...sayNearest(open[0], answer)];
  return [...nearest, sayCount(open, answer), sayDoubt(open.length, answer.maybe)].filter(Boolean).join(' ');
}

const sayProject = ([first]: readonly FoundCantine[]): string[] =>
  first?.record.status === 'preparing'
    ? [`Une cantine se prépare\u00a0: ${first.record.title}, ${sayDistance(first)}.`]
    : [];

function sayNearest(first: FoundCantine | undefined, { yes, asked }: Answer): string[] {
  if (first?.km === undefined) return [];
  const which = asked ? ' qui répond' : yes[0] === first ? '' : ' ouverte';
  return [`La plus proche${which}\u00a0: ${first.record.title}, ${sayDistance(first)}.`];
}

const s = (count: number) => (count > 1 ? 's' : '');
const isInside = ({ shared }: FoundCantine) => shared === 'departement' || shared === 'region';

function sayCount(open: readonly FoundCantine[], { yes, likely, place, asked }: Answer): string {
  if (open.length === 0) return asked ? 'Aucune cantine ne répond à coup sûr.' : 'Aucune cantine ouverte.';
  const cantines = `${open.length}\u00a0cantine${s(open.length)}`;
  const projects = yes.length - open.length;
  const found = asked
    ? `${cantines} répond${open.length > 1 ? 'ent' : ''} à vos questions`
    : projects > 1
      ? `${cantines} et ${projects}\u00a0qui se préparent`
      : cantines;
  const inside = open.filter(isInside).length;
  const from = place === undefined ? '' : `, depuis ${place}${inside > 0 ? `, dont ${inside} sur place` : ''}`;
  const confirm = likely === 0 ? '' : likely === open.length ? ', à confirmer' : `, dont ${likely} à confirmer`;
  return `${found}${from}${confirm}.`;
}

const sayDoubt = (yes: number, maybe: number): string =>
  maybe === 0
    ? ''
    : `Pour ${maybe}\u00a0${yes > 0 ? `autre${s(maybe)}` : `cantine${s(maybe)}`}, il manque une information.`;

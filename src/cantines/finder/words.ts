import { atName } from '#domain/of-name.ts';
import { formatNumber } from '#domain/numbers.ts';
import type { FoundCantine } from './finder.ts';
import { isInside } from './nearness.ts';

const SHARED: Readonly<Record<NonNullable<FoundCantine['shared']>, string>> = {
  self: 'la voici',
  district: 'dans le même arrondissement',
  commune: 'dans la commune',
  departement: 'dans ce département',
  region: 'dans cette région',
  postcode: 'à environ 1\u00a0km',
};

/** A distance as one says it: « à 800 m », « à environ 4 km », « dans la commune ». */
export function sayDistance({ km, exactness, shared }: Pick<FoundCantine, 'km' | 'exactness' | 'shared'>): string {
  if (shared === 'self' || shared === 'departement' || shared === 'region') return SHARED[shared];
  if (km === undefined) return 'distance inconnue';
  // What stands in the middle of a commune may be two kilometres off.
  if (km < 1 && exactness !== 'exact') return SHARED[shared ?? 'postcode'];
  if (km < 0.95) return km < 0.1 ? 'tout près' : `à ${Math.round(km * 10) * 100}\u00a0m`;
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
  /** From where distances are, when it is not the place: « le milieu de cette région ». */
  from?: string | undefined;
  /** Whether questions were asked. */
  asked: boolean;
}

/** The sentences that sum an answer up, read aloud when it changes: the nearest, and how many answer what is asked. */
export function sayAnswer(answer: Answer): string {
  const { yes, maybe, place, asked } = answer;
  const open = yes.filter(({ record }) => record.status === 'open');
  const self = place === undefined ? '' : saySelf(yes);
  const far = place === undefined || asked ? '' : sayFar(open);
  const nearest = place === undefined ? '' : sayNearest(open, answer, place);
  const project = place === undefined ? '' : sayProject(yes, open);
  const counted = asked || !nearest ? sayCount(open, answer) : '';
  return [self, far, nearest, project, counted, sayDoubt(open.length, maybe)].filter(Boolean).join(' ');
}

const STATUS: Readonly<Record<FoundCantine['record']['status'], string>> = {
  open: '',
  preparing: ', qui se prépare',
  paused: ', en pause',
  closed: ', fermée',
};

/** The cantine that was named. */
const saySelf = ([first]: readonly FoundCantine[]): string =>
  first?.shared === 'self' ? `Voici ${first.record.title}${STATUS[first.record.status]}.` : '';

/** How far one goes to eat, and to a team that prepares (km, as the crow flies). */
const WITHIN_REACH = 40;

/** Where nothing is near, it is said before the nearest: it is no answer to who is hungry, and news to who would open. */
const sayFar = ([nearest]: readonly FoundCantine[]): string =>
  nearest?.km !== undefined && nearest.km > WITHIN_REACH ? 'Pas encore de cantine par ici.' : '';

/** The project that is nearer than any open cantine, when it is near. */
function sayProject(yes: readonly FoundCantine[], open: readonly FoundCantine[]): string {
  const first = yes.find(({ shared }) => shared !== 'self');
  if (first?.record.status !== 'preparing' || (first.km ?? Infinity) > WITHIN_REACH) return '';
  const one = open.length > 0 ? 'Une autre se prépare plus près' : 'Une cantine se prépare';
  return `${one}\u00a0: ${first.record.title}, ${sayDistance(first)}.`;
}

function sayNearest(open: readonly FoundCantine[], { yes, asked, from }: Answer, place: string): string {
  const inside = open.filter(isInside);
  if (!asked && inside[0]) return `${cantines(inside.length)} ${sayDistance(inside[0])}\u00a0: ${place}.`;
  const nearest = open.find(({ shared }) => shared !== 'self');
  if (nearest?.km === undefined) return '';
  const isSelf = yes[0]?.shared === 'self';
  const which = asked ? ' qui répond' : isSelf ? ' ensuite' : '';
  const name = `La plus proche${which}\u00a0: ${nearest.record.title}`;
  // In the very place that was named, which the sentence names already.
  if (nearest.km < 1 && (nearest.shared === 'commune' || nearest.shared === 'district')) {
    return `${name}, ${asked || isSelf ? sayDistance(nearest) : atName(place)}.`;
  }
  return `${name}, ${sayDistance(nearest)}${asked || isSelf ? '' : `, depuis ${from ?? place}`}.`;
}

const s = (count: number) => (count > 1 ? 's' : '');
const cantines = (count: number) => `${count}\u00a0cantine${s(count)}`;

function sayCount(open: readonly FoundCantine[], { yes, likely, place, from = place, asked }: Answer): string {
  if (open.length === 0) return asked ? 'Aucune cantine ne répond à coup sûr.' : 'Aucune cantine ouverte.';
  const projects = yes.length - open.length;
  const found = asked
    ? `${cantines(open.length)} répond${open.length > 1 ? 'ent' : ''} à vos questions`
    : `${cantines(open.length)}${projects > 0 ? ` et ${projects}\u00a0qui se prépare${projects > 1 ? 'nt' : ''}` : ''}`;
  const confirm = likely === 0 ? '' : likely === open.length ? ', à confirmer' : `, dont ${likely} à confirmer`;
  return `${found}${from === undefined ? '' : `, depuis ${from}`}${confirm}.`;
}

const sayDoubt = (yes: number, maybe: number): string =>
  maybe === 0
    ? ''
    : `Pour ${maybe}\u00a0${yes > 0 ? `autre${s(maybe)}` : `cantine${s(maybe)}`}, il manque une information.`;

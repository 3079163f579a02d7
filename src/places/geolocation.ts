import { distanceKm, type Point } from '#domain/distance.ts';

/** Why the device did not tell where it is. */
type Refusal = 'refused' | 'unavailable' | 'late' | 'unsupported';

const OR_TYPE = 'Tapez une commune ou un code postal\u00a0: c’est aussi rapide.';

/** What a visitor can do about it. */
const REFUSALS: Readonly<Record<Refusal, string>> = {
  refused: `Votre appareil n’a pas donné votre position, et c’est votre droit. ${OR_TYPE}`,
  unavailable: `Votre appareil ne sait pas où il est pour l’instant. ${OR_TYPE}`,
  late: `Votre position tarde trop. Réessayez, ou tapez une commune ou un code postal.`,
  unsupported: `Ce navigateur ne donne pas la position ici. ${OR_TYPE}`,
};

const BY_CODE: Readonly<Record<number, Refusal>> = { 1: 'refused', 2: 'unavailable', 3: 'late' };
const OPTIONS: PositionOptions = { enableHighAccuracy: false, timeout: 10_000, maximumAge: 300_000 };

const AROUND = 'Vous cherchez autour de vous. Votre position ne quitte pas votre navigateur.';
const FAR_ABROAD =
  'Vous semblez loin de la France. Voici tout de même les cantines, de la plus proche à la plus lointaine\u202f; vous pouvez aussi taper une commune.';

/** Where the device is, when its owner agrees to tell, and the sentence that goes with it; never rejects. */
export async function locateDevice(): Promise<{ point?: Point; note: string }> {
  const answer = await askPosition();
  if (typeof answer === 'string') return { note: REFUSALS[answer] };
  return { point: answer, note: isFarAbroad(answer) ? FAR_ABROAD : AROUND };
}

function askPosition(): Promise<Point | Refusal> {
  // Asked over plain HTTP, a browser refuses and complains in its console.
  if (!isSecureContext || !('geolocation' in navigator)) return Promise.resolve('unsupported');
  return new Promise((done) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        done({ latitude, longitude });
      },
      ({ code }) => {
        done(BY_CODE[code] ?? 'unavailable');
      },
      OPTIONS,
    );
  });
}

/** The inhabited parts of France, each with a circle in kilometres that holds it and its neighbours. */
const AROUND_FRANCE: readonly (Point & { radius: number })[] = [
  { latitude: 46.6, longitude: 2.4, radius: 900 },
  { latitude: 15.9, longitude: -61.4, radius: 400 },
  { latitude: 4, longitude: -53, radius: 500 },
  { latitude: -21.1, longitude: 55.5, radius: 400 },
  { latitude: -12.8, longitude: 45.2, radius: 400 },
  { latitude: 46.9, longitude: -56.3, radius: 200 },
  { latitude: -13.8, longitude: -177.2, radius: 400 },
  { latitude: -21.3, longitude: 165.5, radius: 600 },
  { latitude: -17, longitude: -146, radius: 1500 },
];

/** True for a point that is neither in France, mainland or overseas, nor in reach of it. */
export const isFarAbroad = (point: Point): boolean =>
  AROUND_FRANCE.every((area) => distanceKm(area, point) > area.radius);

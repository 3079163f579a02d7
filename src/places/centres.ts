import { officialCommunes, epciOfCommunes, type OfficialCommune } from './official.ts';
import { locateCommunes } from './locate.ts';

/** Middles by INSEE code. */
export type Centres = Readonly<Record<string, readonly [latitude: number, longitude: number]>>;

/** A kilometre: the middle of a département is no better known. */
const hundredths = (degrees: number): number => Math.round(degrees * 100) / 100;

/** The mean of the communes of each region and département; none for the uninhabited lands. */
export function centresOfTerritories(): Readonly<Record<'region' | 'departement', Centres>> {
  const communes = officialCommunes().filter(({ type }) => type === 'commune-actuelle');
  const where = locateCommunes(communes, epciOfCommunes());
  const meansBy = (codeOf: (commune: OfficialCommune) => string, members = communes) =>
    Object.fromEntries(
      [...Map.groupBy(members, codeOf)].flatMap(([code, group]) => {
        const points = group.map(where).filter((point) => point !== undefined);
        const mean = (part: 'latitude' | 'longitude') =>
          hundredths(points.reduce((sum, point) => sum + point[part], 0) / points.length);
        return points.length > 0 ? [[code, [mean('latitude'), mean('longitude')] as const] as const] : [];
      }),
    );
  return {
    // The overseas collectivities are in no region: the source repeats their own code.
    region: meansBy(
      ({ region }) => region,
      communes.filter(({ zone }) => zone !== 'com'),
    ),
    departement: meansBy(({ departement }) => departement),
  };
}

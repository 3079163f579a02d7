import type { TerritoryCodes } from '#domain/territory.ts';
import type { Profile } from './profile.ts';
import { readProfile } from './read-profile.ts';

/** Who looks for money without an entry here: kept under this name, among the cantines. */
export const MY_PROJECT = 'mon-projet';

/** Where such a project is. */
export interface ProjectPlace {
  /** What `<place-field>` finds it by. */
  token: string;
  /** The name to show meanwhile; undefined for what was kept before names were. */
  name?: string | undefined;
  territory: TerritoryCodes;
}

const PROFILES = 'profils';
const PLACE = 'lieu-du-projet';

function read(key: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // Forbidden, or written by something else: as if nothing was kept.
    return {};
  }
}

function write(key: string, value: object): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** What this browser was told of a cantine; undefined when nothing was. */
export function keptProfile(slug: string): Profile | undefined {
  const kept = read(PROFILES);
  return Object.hasOwn(kept, slug) ? readProfile(kept[slug]) : undefined;
}

/** Keeps a profile for the next visits, or forgets it; false when this browser keeps nothing. */
export function keepProfile(slug: string, profile: Profile | undefined): boolean {
  const { [slug]: _old, ...others } = read(PROFILES);
  return write(PROFILES, profile ? { ...others, [slug]: profile } : others);
}

/** Where the project without an entry is; undefined when none was told. */
export function keptPlace(): ProjectPlace | undefined {
  const { token, name, territory } = read(PLACE);
  return typeof token === 'string' && typeof territory === 'object' && territory !== null
    ? {
        token,
        name: typeof name === 'string' ? name : undefined,
        territory: Object.fromEntries(Object.entries(territory).filter(([, code]) => typeof code === 'string')),
      }
    : undefined;
}

export const keepPlace = (place: ProjectPlace | undefined): boolean => write(PLACE, place ?? {});

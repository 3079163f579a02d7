import { download } from '#forms/download.ts';
import type { Profile } from '../matching/profile.ts';
import { readProfile } from '../matching/read-profile.ts';
import { saysAnything } from './answers.ts';

/** Marks a file as one of ours. */
const KIND = 'profil-de-cantine';
const LARGEST = 100_000;

export const profileText = (profile: Profile): string => JSON.stringify({ type: KIND, ...profile }, undefined, 2);

/** Gives a profile as a file to keep, or to pass on to the team. */
export const saveProfile = (slug: string, profile: Profile): void =>
  download(`profil-${slug}.json`, profileText(profile));

export type Opened = { profile: Profile; trouble?: undefined } | { profile?: undefined; trouble: string };

/** Reads a file that may be a profile; what it is else is told, and changes nothing. */
export async function openProfile(file: { name: string; size: number; text: () => Promise<string> }): Promise<Opened> {
  const trouble = `« ${file.name} » n’est pas un profil\u00a0: choisissez un fichier que cette page a donné. Rien n’a changé.`;
  if (file.size > LARGEST) return { trouble };
  try {
    const value: unknown = JSON.parse(await file.text());
    const isOurs = typeof value === 'object' && value !== null && 'type' in value && value.type === KIND;
    const profile = readProfile(value);
    return isOurs && saysAnything(profile) ? { profile } : { trouble };
  } catch {
    return { trouble };
  }
}

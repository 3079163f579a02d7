import { textsIn, type Additions } from './additions.ts';

/** Marks a file as one of ours. */
const KIND = 'ajouts-aux-reponses';
const LARGEST = 2_000_000;
const BETWEEN = '\n— — —\n';

/** What a cantine adds, as a file to keep or to pass on to the team. */
export const additionsFile = (cantine: string, additions: Additions): { name: string; text: string } => ({
  name: `reponses-${cantine}.json`,
  text: `${JSON.stringify({ type: KIND, cantine, additions }, undefined, 2)}\n`,
});

export type Opened = { additions: Additions; cantine: string; trouble?: undefined } | { trouble: string };

/** Reads a file that may be ours; what it is else is told, and changes nothing. */
export async function openAdditions(file: {
  name: string;
  size: number;
  text: () => Promise<string>;
}): Promise<Opened> {
  const about = `« ${file.name} »`;
  const trouble = `${about} ne contient pas d’ajouts\u00a0: choisissez un fichier que cette page a donné. Rien n’a changé.`;
  if (file.size > LARGEST) return { trouble };
  try {
    const value: unknown = JSON.parse((await file.text()).replace(/^\ufeff/, ''));
    if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== KIND) return { trouble };
    const additions = textsIn('additions' in value ? value.additions : undefined);
    const cantine = 'cantine' in value && typeof value.cantine === 'string' ? value.cantine : '';
    return Object.keys(additions).length > 0 ? { additions, cantine } : { trouble };
  } catch {
    return { trouble };
  }
}

/** Two sets of additions as one: where both wrote, both texts stay, one after the other. */
export function together(own: Additions, others: Additions): Additions {
  const merged: Record<string, string> = { ...own };
  for (const [answer, text] of Object.entries(others)) {
    const mine = merged[answer];
    if (mine === undefined || text.includes(mine)) merged[answer] = text;
    else if (!mine.includes(text)) merged[answer] = `${mine}${BETWEEN}${text}`;
  }
  return merged;
}

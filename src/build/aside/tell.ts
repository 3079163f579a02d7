/** Why a disk refuses to be written, in the words of Node and of the bundler. */
const DISK: readonly (readonly [RegExp, string])[] = [
  [/ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|no space left|os error 28/i, 'il n’y a plus de place sur le disque : libérez-en'],
  [/EROFS|read-only file system|os error 30/i, 'le disque n’est ouvert qu’en lecture : rouvrez-le en écriture'],
  [/EACCES|EPERM|permission denied|os error 13/i, 'ce compte n’a pas le droit d’y écrire : donnez-le-lui'],
];

/** What stopped a build, for the person who started it: a sentence where they can act, all that is known elsewhere. */
export function tellFailure(reason: unknown, live: string): string {
  if (!(reason instanceof Error)) return String(reason);
  const { code, path, dest } = reason as NodeJS.ErrnoException & { dest?: string };
  const [, remedy] = DISK.find(([pattern]) => pattern.test(`${code ?? ''} ${reason.message}`)) ?? [];
  if (remedy) {
    const where = dest ?? path ?? /'([^']+)'/.exec(reason.message)?.[1] ?? live;
    return `Le site n’a pas été construit (${where}) : ${remedy}, puis recommencez. Le dernier site reste servi.`;
  }
  // The faults of the content and of the settings say all in their words.
  if (reason.stack === '' || reason.stack === undefined) return `${reason.name} : ${reason.message}`;
  const { hint } = reason as { hint?: string };
  return [reason.stack, hint].filter(Boolean).join('\n');
}

import { sayAmount, type Counted } from '#domain/amounts.ts';
import { count } from '#domain/numbers.ts';
import type { Progress } from './progress.ts';

/** The table of plates in words: « 19 assiettes servies sur 100 : 19 000 convives, pour 100 000 convives. » */
export const sayPlates = ({ now, doubt, target, served }: Progress<{ data: Counted }>): string =>
  `${count(served, 'assiette servie', 'assiettes servies')} sur 100\u00a0: ${sayAmount(now.data)}${doubt}, pour ${sayAmount(target.data)}.`;

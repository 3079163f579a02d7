import { basename } from 'node:path';
import { readHistory, type FileHistory } from '#content/history.ts';
import { contentRoot } from '#content/root.ts';
import type { CollectionName } from '#schemas/index.ts';

const histories = new Map<CollectionName, ReadonlyMap<string, FileHistory>>();

/** What Git knows of an entry's file. Read once in a build; at each question while one writes. */
export function historyOf(
  folder: CollectionName,
  { id, filePath }: { id: string; filePath?: string },
): FileHistory | undefined {
  const known = import.meta.env.DEV ? undefined : histories.get(folder);
  const history = known ?? readHistory(`${contentRoot}/${folder}`);
  histories.set(folder, history);
  return history.get(filePath === undefined ? `${id}.md` : basename(filePath));
}

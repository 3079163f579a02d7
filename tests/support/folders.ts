import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '../..');

/** The frozen network that tests read instead of what editors publish. */
export const networkContent = join(projectRoot, 'tests/fixtures/network/content');

/** Where `npm run build:network` builds it. */
export const networkDist = join(projectRoot, '.cache/network');

/** Copies the frozen network, with what was uploaded for it, into a project of its own; the folder of its content. */
export async function copyNetwork(project: string): Promise<string> {
  for (const folder of ['content', 'public'])
    await cp(join(dirname(networkContent), folder), join(project, folder), { recursive: true });
  return join(project, 'content');
}

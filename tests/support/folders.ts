import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '../..');

/** The frozen network that tests read instead of what editors publish. */
export const networkContent = join(projectRoot, 'tests/fixtures/network/content');

/** Where `npm run build:network` builds it. */
export const networkDist = join(projectRoot, '.cache/network');

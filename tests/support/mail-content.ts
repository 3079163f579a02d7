import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentFolders } from '#content/check/index.ts';
import type { CollectionName } from '#schemas/index.ts';
import { entryOf } from './entries.ts';

/** A small site on disk, whose entries can be written and removed between two runs. */
export interface MailSite {
  folder: string;
  folders: ContentFolders;
  statePath: string;
  write: (collection: CollectionName, slug: string, changes?: Readonly<Record<string, unknown>>) => void;
  remove: (collection: CollectionName, slug: string) => void;
  clear: () => void;
}

/** One funder and the settings of the network, without alerts. */
export function mailSite(): MailSite {
  const folder = mkdtempSync(join(tmpdir(), 'alertes-'));
  const root = join(folder, 'content');
  const fileOf = (collection: CollectionName, slug: string) => join(root, collection, `${slug}.md`);
  const site: MailSite = {
    folder,
    folders: { root, publicDir: join(folder, 'public') },
    statePath: join(folder, 'memoire', 'watch-mail.json'),
    write: (collection, slug, changes = {}) => {
      mkdirSync(join(root, collection), { recursive: true });
      const lines = Object.entries(entryOf(collection, changes)).map(
        ([name, value]) => `${name}: ${JSON.stringify(value)}`,
      );
      writeFileSync(fileOf(collection, slug), `---\n${lines.join('\n')}\n---\n\nUn texte.\n`);
    },
    remove: (collection, slug) => rmSync(fileOf(collection, slug)),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
  site.write('funders', 'ademe', { title: 'L’ADEME' });
  // Live, the network must be within reach.
  site.write('settings', 'site', { telephone: '04 72 00 00 00' });
  return site;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Backend } from '#admin/backend.ts';
import { cmsScript } from '#admin/script.ts';
import { withoutVitest } from './dev-server.ts';
import { projectRoot } from './folders.ts';

interface CmsBundle {
  /** The site path of its script. */
  script: string;
  /** A file of the bundle by its site path; undefined when it has none of that name. */
  file: (path: string) => Promise<Buffer<ArrayBuffer> | undefined>;
  remove: () => Promise<void>;
}

/**
 * The CMS as a build for that backend bundles it.
 * @throws Error with what the bundler printed when it fails.
 */
export async function bundleCms(backend: Backend['name']): Promise<CmsBundle> {
  const folder = await mkdtemp(join(tmpdir(), 'petites-cantines-cms-'));
  const forge = {
    CMS_BACKEND: backend,
    CMS_REPO: 'reseau/site',
    CMS_APP_ID: 'cantines',
    CMS_BASE_URL: 'https://forge.example.org',
  };
  const env = { ...withoutVitest(process.env), ...(backend !== 'proxy' && forge) };
  const child = spawn(process.execPath, ['admin/bundle-cli.ts', folder], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [printed] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(`admin/bundle-cli.ts has failed:\n${printed}`);
  return {
    script: cmsScript(backend),
    file: (path) => readFile(join(folder, path)).catch(() => undefined),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

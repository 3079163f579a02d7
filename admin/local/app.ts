import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Express } from 'express';
import middlewares from 'decap-server/dist/middlewares.js';
import { contentOnly, samePageOnly, unreadable } from './guard.ts';
import { saves } from './persist.ts';
import { clearAside } from './write.ts';

/** A photo of 8 MB, as base64 in JSON, with its entry. */
const MAX_BODY = '16mb';

/**
 * Decap's own file-system backend behind our guard: `POST /api/v1`.
 * @param project absolute path of the folder that holds `content/` and `public/uploads/`
 */
export async function localCmsApp(project: string): Promise<Express> {
  // Git keeps no empty folder: a fresh clone has nowhere to put the first photo.
  await mkdir(join(project, 'public/uploads'), { recursive: true });
  await Promise.all([clearAside(join(project, 'content')), clearAside(join(project, 'public/uploads'))]);
  const app = express();
  app.disable('x-powered-by');
  app.use(samePageOnly, express.json({ limit: MAX_BODY }), contentOnly(project), saves(project), unreadable);
  // Decap reads the folder from the environment, when it is registered.
  const before = process.env['GIT_REPO_DIRECTORY'];
  process.env['GIT_REPO_DIRECTORY'] = project;
  try {
    await middlewares.registerLocalFs(app, { logLevel: 'error' });
  } finally {
    if (before === undefined) delete process.env['GIT_REPO_DIRECTORY'];
    else process.env['GIT_REPO_DIRECTORY'] = before;
  }
  return app;
}

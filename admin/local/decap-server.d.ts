declare module 'decap-server/dist/middlewares.js' {
  import type { Express } from 'express';

  // CommonJS: Node sees one default export.
  const middlewares: {
    /** Adds Decap's file-system backend at `POST /api/v1`, over `GIT_REPO_DIRECTORY` as it is at the call. */
    registerLocalFs(app: Express, options?: { logLevel?: string }): Promise<void>;
    /** The same over a Git clone, with drafts on branches: tried by a test, offered to nobody. */
    registerLocalGit(app: Express, options?: { logLevel?: string }): Promise<void>;
  };
  export default middlewares;
}

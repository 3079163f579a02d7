import { posix } from 'node:path';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { LOOPBACK_NAMES } from '#domain/loopback.ts';
import { dataFiles, pathsOf } from './actions.ts';
import { pathRefusal } from './paths.ts';

const LOOPBACK_ADDRESSES = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** Answers with a sentence in French, which the CMS shows. */
export function refuse(response: Response, error: string, status = 403) {
  response.status(status).json({ error });
}

/**
 * Lets through only what a page of this very server sends: a site that the editor visits meanwhile
 * can reach this port too, and a rebound DNS name can make it look like this server.
 */
export const samePageOnly: RequestHandler = (request, response, next) => {
  const refusal = strangerRefusal(request);
  if (refusal) refuse(response, refusal);
  else next();
};

function strangerRefusal(request: Request): string | undefined {
  const { host, origin } = request.headers;
  const port = request.socket.localPort ?? 0;
  const hosts = LOOPBACK_NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  if (!host || !hosts.includes(host) || !LOOPBACK_ADDRESSES.test(request.socket.remoteAddress ?? '')) {
    return 'Le CMS local ne répond qu’à cet ordinateur : ouvrez-le sur http://localhost ou http://127.0.0.1.';
  }
  // Browsers send an Origin with every POST; old ones only tell that the page is ours.
  const fromHere =
    origin === undefined ? request.headers['sec-fetch-site'] === 'same-origin' : origin === `http://${host}`;
  if (!fromHere) return 'Le CMS local ne répond qu’à sa propre page : ouvrez /admin/.';
  if (request.method !== 'POST' || !request.is('application/json')) {
    return 'Le CMS local ne lit que des demandes POST en JSON.';
  }
  return undefined;
}

/** Lets through only known actions, on entries and uploads. */
export function contentOnly(project: string): RequestHandler {
  return (request, response, next) => {
    bodyRefusal(request.body, project).then((refusal) => {
      if (refusal) refuse(response, refusal);
      else next();
    }, next);
  };
}

async function bodyRefusal(body: unknown, project: string): Promise<string | undefined> {
  const paths = pathsOf(body);
  if (!paths) return 'Le CMS local ne connaît pas cette action.';
  for (const path of paths) {
    const refusal = await pathRefusal(path, project);
    if (refusal) return refusal;
  }
  return movesFolder(body) ? 'Une fiche se renomme dans son dossier, elle n’en change pas.' : undefined;
}

/** Decap's backend moves every file of a folder along with the one that leaves it. */
function movesFolder(body: unknown): boolean {
  const { params = {} } = body as { params?: Record<string, unknown> };
  const folder = (path: unknown) => (typeof path === 'string' ? posix.dirname(path) : undefined);
  return dataFiles(params).some(({ path, newPath }) => newPath !== undefined && folder(path) !== folder(newPath));
}

/** A body that is not JSON, or too long. */
export const unreadable: ErrorRequestHandler = (error: { type?: string }, _request, response, next) => {
  // Express knows an error handler by its four parameters.
  if (response.headersSent) next(error);
  else if (error.type === 'entity.too.large') refuse(response, 'Cet envoi est trop lourd pour le CMS local.', 413);
  else refuse(response, 'Le CMS local n’a pas pu lire cette demande.');
};

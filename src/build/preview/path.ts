import { posix } from 'node:path';

/**
 * The path that a request asks for, decoded; undefined when its target is not one (`//`, `/\`, `http://[`, `/a/../b`,
 * a code that stands for no character).
 * @param target as the first line of the request has it
 */
export function requestPath(target: string): string | undefined {
  const raw = /^\/[^?#]*/.exec(target)?.[0];
  if (raw === undefined) return undefined;
  const path = decoded(raw);
  return path !== undefined && posix.normalize(path) === path && !/[\u0000-\u001f\\]/.test(path) ? path : undefined;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}

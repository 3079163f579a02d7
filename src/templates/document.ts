import type { Root } from 'mdast';
import { MAX_DEPTH, tooDeep } from '#content/markdown-depth.ts';
import { toMdast } from '#content/mdast.ts';

/**
 * The tree of a document to fill in, as the pages read it.
 * @throws Error in French when its parts are nested without end
 */
export function readDocument(body: string): Root {
  const root = toMdast(body);
  const deep = tooDeep(root);
  if (deep)
    throw new Error(`Ligne ${deep.position?.start.line ?? '?'} : un modèle n’a pas plus de ${MAX_DEPTH} niveaux.`);
  return root;
}

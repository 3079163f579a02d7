import CMS from 'decap-cms-app';
import type { DecapField } from '#schemas/kit/decap.ts';
import type { Backend } from '../backend.ts';
import { readIndex } from '../known/read.ts';
import { uploadsInUse } from '../removal/uploads.ts';
import { mendReview } from '../review/forge.ts';
import type { OpenForm } from '../versions/open-form.ts';
import { askChoice } from './dialog.ts';
import { namingRevisions } from './gitlab.ts';
import { guard, type Guarded, type Implementation, type Surroundings } from './guard.ts';

type Removals = Pick<Surroundings, 'removing' | 'removed'>;

/** The fields of a collection, as its form has them. */
export type FieldsOf = (collection: string) => readonly DecapField[];

/**
 * Decap’s backend compares before it writes, under its own name: who is logged in stays so.
 * @returns the backend, once Decap has started it
 */
export function guardBackend(
  name: Backend['name'],
  { form, fieldsOf, removal }: { form: OpenForm; fieldsOf: FieldsOf; removal: () => Removals },
): () => Guarded {
  const registered = CMS.getBackend(name) as unknown as { init: (...args: unknown[]) => Implementation };
  const { init } = registered;
  let started: Guarded | undefined;
  registered.init = (...args) => {
    const backend = mendReview(name, init(...args));
    return (started = guard(name === 'gitlab' ? namingRevisions(backend) : backend, {
      textOf: (path) => form.textOf(path),
      goOnFrom: (path, raw) => form.goOnFrom(path, raw),
      show: (raw) => form.show(raw),
      ask: (conflict) => askChoice(conflict, form.textOf(conflict.path) ?? '', fieldsOf(form.start?.collection ?? '')),
      removing: (path, text) => removal().removing(path, text),
      removed: (path) => removal().removed(path),
      whyKept: async (paths) => uploadsInUse(await readIndex(), paths),
    }));
  };
  return () => {
    if (!started) throw new Error('Decap has no backend yet.');
    return started;
  };
}

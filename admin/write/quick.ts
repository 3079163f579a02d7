import { collections, type CollectionName } from '#schemas/index.ts';
import { metaOf, type Collection, type FieldMeta, type Fields } from '#schemas/kit/index.ts';
import type { Answers } from '../versions/answers.ts';

/** A required field that one control answers. */
export interface QuickField {
  path: readonly string[];
  meta: Extract<FieldMeta, { kind: 'text' | 'choice' }>;
}

/** As many questions as a dialogue asks. */
const MOST_ASKED = 6;

/**
 * What an entry cannot do without, when that is little: a new one is made from these without leaving the form that
 * needs it. Undefined for an entry that asks for more.
 */
export function quickFields(name: CollectionName): QuickField[] | undefined {
  const declared: Collection = collections[name];
  if (declared.extensible === false || declared.body.required) return undefined;
  const asked = requiredIn(declared.fields, []);
  return asked && asked.length <= MOST_ASKED ? asked : undefined;
}

function requiredIn(fields: Fields, above: readonly string[]): QuickField[] | undefined {
  const found: QuickField[] = [];
  for (const [name, schema] of Object.entries(fields)) {
    const meta = metaOf(schema);
    const path = [...above, name];
    if (meta.kind === 'group') {
      // A group that may be left out asks nothing by itself.
      const inside = meta.optional ? [] : requiredIn(meta.fields, path);
      if (!inside) return undefined;
      found.push(...inside);
    } else if (meta.required) {
      const isAsked = meta.kind === 'text' || (meta.kind === 'choice' && !meta.multiple);
      if (!isAsked) return undefined;
      found.push({ path, meta });
    }
  }
  return found;
}

/** The answers of a new entry, from one text for each of its fields. */
export function quickAnswers(fields: readonly QuickField[], given: readonly string[]): Answers {
  const answers: Record<string, unknown> = {};
  for (const [index, { path }] of fields.entries()) {
    let into = answers;
    for (const name of path.slice(0, -1)) into = (into[name] ??= {}) as Record<string, unknown>;
    const last = path.at(-1);
    if (last !== undefined) into[last] = given[index] ?? '';
  }
  return answers;
}

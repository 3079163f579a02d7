import { digestOf } from '#proposals/digest.ts';
import { isStated, openFieldAt, openValue, valueAt } from '#proposals/open.ts';
import type { Answer, Proposal } from '#proposals/proposal.ts';
import { openFields, type FieldMeta } from '#schemas/kit/index.ts';

/**
 * A proposal that speaks of one field at a time: what changes in a group is answers on its parts, and those that were
 * shown with them and left as they are hold still. An editor may then take the street and leave the postcode.
 * @param entry as the schema reads it
 */
export function splitInFields(proposal: Proposal, entry: unknown): Proposal {
  const answers = Object.entries(proposal.answers).flatMap(([path, answer]) => {
    const meta = openFieldAt(proposal.collection, path)?.meta;
    if (answer.is !== 'changed' || meta?.kind !== 'group') return [[path, answer] as const];
    const parts = partsOf(path, meta, answer, openValue(meta, valueAt(entry, path)));
    return parts.filter(([part]) => !Object.hasOwn(proposal.answers, part));
  });
  return { ...proposal, answers: Object.fromEntries(answers) };
}

function partsOf(
  path: string,
  meta: Extract<FieldMeta, { kind: 'group' }>,
  { was, to }: Extract<Answer, { is: 'changed' }>,
  today: unknown,
): [string, Answer][] {
  const isShown = digestOf(today) === was;
  const given = Object(to) as Readonly<Record<string, unknown>>;
  return openFields(meta.fields).flatMap(([name]): [string, Answer][] => {
    const now = valueAt(today, name);
    // What the part said is known as long as the whole says what was shown; else it is held to have changed.
    const shown = isShown ? digestOf(now) : was;
    if (Object.hasOwn(given, name)) return [[`${path}.${name}`, { is: 'changed', was: shown, to: given[name] }]];
    return isShown && isStated(now) ? [[`${path}.${name}`, { is: 'right', was: shown }]] : [];
  });
}

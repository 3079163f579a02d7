import type { Answers } from '../versions/answers.ts';
import { cmsStore } from '../store.ts';
import { isMap, type Immutable } from '../widgets/immutable.ts';

/** The entry that is in the form. */
interface Draft {
  collection: string;
  /** Empty for an entry that was never saved. */
  slug: string;
  answers: Answers;
}

const entryInForm = (): Immutable | undefined => mapIn(stateOf('entryDraft'), 'entry');

const stateOf = (part: string): unknown => (cmsStore().getState() as Readonly<Record<string, unknown>>)[part];

function mapIn(map: unknown, ...path: string[]): Immutable | undefined {
  let found = map;
  for (const step of path) found = isMap(found) ? found.get(step) : undefined;
  return isMap(found) ? found : undefined;
}

/** Undefined when no form is open. */
export function draftInForm(): Draft | undefined {
  const entry = entryInForm();
  const text = (name: string) => {
    const value = entry?.get(name);
    return typeof value === 'string' ? value : '';
  };
  const answers = mapIn(entry, 'data')?.toJS() as Answers | undefined;
  return answers && { collection: text('collection'), slug: text('slug'), answers };
}

/** An empty group of fields; undefined when no form is open. */
export const newMap = (): Immutable | undefined => mapIn(entryInForm(), 'data')?.clear();

/**
 * Writes another field of the entry, at its top, as its own control would: the copy of what is not saved, the preview
 * and the mark of a changed form follow.
 * @param change from the group that is there, or an empty one
 */
export function changeGroup(name: string, change: (group: Immutable) => Immutable): void {
  const entry = entryInForm();
  const data = mapIn(entry, 'data');
  const [collection, slug] = [String(entry?.get('collection')), String(entry?.get('slug'))];
  const field = mapIn(stateOf('collections'), collection, 'fields')?.find((each) => each.get('name') === name);
  if (!data || !field) return;
  const group = data.get(name);
  const value = change(isMap(group) ? group : data.clear());
  // What the form is compared to, to know whether it has changed.
  const key = `${collection}.${slug}`;
  const entries = ['entries', 'editorialWorkflow'].flatMap((part) => mapIn(stateOf(part), 'entities', key) ?? []);
  cmsStore().dispatch({ type: 'DRAFT_CHANGE_FIELD', payload: { field, value, metadata: undefined, entries } });
}

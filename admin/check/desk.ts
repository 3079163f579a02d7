/** The save check in the page: what it asks of the site, and what Decap's form shows of what it says. */
import { citersOf } from '#content/check/entry-index.ts';
import { siteOfKnown } from '#content/check/known.ts';
import { entryPath } from '#content/routes.ts';
import { typeset } from '#domain/typography.ts';
import type { CollectionName } from '#schemas/index.ts';
import { readIndex, readKnown } from '../known/read.ts';
import { keepRemoved, keepSaved } from '../known/saved.ts';
import { Refusal, type Desk, type FieldError } from '../save-check.ts';
import { unfoldSection } from '../sections/unfold.ts';
import { cmsStore, watchActions, type Action } from '../store.ts';
import { fieldAt, reach, type FormField } from './form-fields.ts';

type Accepted = Parameters<Desk['accepted']>[0];

/** Messages that stay until the next save, by these names. */
const REFUSED = 'refus';
const REMAINING = 'reste';
const NUMBERED = 'numero';

/** The fields that hold an error of ours. */
const marked = new Set<string>();
let accepted: Accepted | undefined;

export const desk: Desk = {
  site: async (uploads) => {
    const { listing, ...known } = await readKnown();
    return siteOfKnown({ ...known, listing: { ...listing, files: [...listing.files, ...uploads] } });
  },
  // What is hidden too may point at what is hidden.
  citers: async (place) => citersOf(await readIndex(), place).filter(({ shown }) => shown === 'shown'),
  parser: async () => (await import('./mdast.ts')).toMdastInBrowser,
  refused: (errors) => {
    // Once Decap's form has what was typed last.
    requestAnimationFrame(() => {
      markFields(errors);
    });
  },
  accepted: (save) => {
    accepted = save;
  },
};

function markFields(errors: readonly FieldError[]): void {
  const form = document.getElementById('nc-root');
  if (!form) return;
  const found = errors.map(({ place, message }) => ({ field: fieldAt(form, place), message }));
  const byField = Map.groupBy(found, ({ field }) => field?.id);
  for (const [id, told] of byField) {
    const field = told[0]?.field;
    if (id === undefined || !field) continue;
    unfoldSection(field.box);
    mark(field, [...new Set(told.map(({ message }) => message))]);
  }
  const first = found.flatMap(({ field }) => field ?? []).toSorted((one, other) => (precedes(one, other) ? -1 : 1))[0];
  if (first) void reach(first);
}

const precedes = (one: FormField, other: FormField): boolean =>
  (one.label.compareDocumentPosition(other.label) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function mark({ id, above }: FormField, messages: readonly string[]): void {
  marked.add(id);
  const errors = messages.map((message) => ({ type: OURS, parentIds: above, message }));
  cmsStore().dispatch({ type: 'DRAFT_VALIDATION_ERRORS', payload: { uniquefieldId: id, errors } });
}

/** The type of our errors; Decap's own are `PRESENCE`, `PATTERN`, `RANGE` and `CUSTOM`. */
const OURS = 'CHECK';

interface Errors {
  uniquefieldId: string;
  errors: readonly { type: string }[];
}

/** An entry, as Decap names it in one action or in the other. */
interface Persisted {
  collectionName?: CollectionName;
  collection?: CollectionName;
  entrySlug?: string;
  slug?: string;
}

/**
 * Takes the errors of Decap's form over. It stops a save for its own errors before anyone is asked, without a message
 * for most of them, and for drafts too: while it validates, its errors are dropped, and the save check, which knows all
 * of them, says them. Those that it shows when one leaves a field are kept.
 */
export function watchForm(): void {
  let leaving = false;
  addEventListener('focusout', () => (leaving = true), { capture: true });
  addEventListener('focusout', () => (leaving = false));
  watchActions((action, next) => {
    switch (action.type) {
      case 'DRAFT_VALIDATION_ERRORS': {
        const { uniquefieldId, errors } = action.payload as Errors;
        if (leaving || errors.some(({ type }) => type === OURS)) return next(action);
        clearMarks(next);
        return next({ ...action, payload: { uniquefieldId, errors: [] } });
      }
      case 'NOTIFICATION_SEND':
        return next(isRefusal(action) ? staying(action, REFUSED) : action);
      case 'ENTRY_PERSIST_REQUEST':
      case 'UNPUBLISHED_ENTRY_PERSIST_REQUEST':
      case 'UNPUBLISHED_ENTRY_PUBLISH_REQUEST':
        for (const id of [REFUSED, REMAINING, NUMBERED]) next({ type: 'NOTIFICATION_DISMISS', id } as Action);
        return next(action);
      case 'ENTRY_PERSIST_SUCCESS':
      case 'UNPUBLISHED_ENTRY_PUBLISH_SUCCESS':
        saved(action.payload as Persisted);
        return next(action);
      case 'UNPUBLISHED_ENTRY_PERSIST_SUCCESS':
        // On a branch of its own: no other entry may point at it yet.
        if (accepted) tellRemaining(accepted);
        accepted = undefined;
        return next(action);
      case 'ENTRY_DELETE_SUCCESS': {
        const { collectionName, entrySlug = '' } = action.payload as {
          collectionName: CollectionName;
          entrySlug?: string;
        };
        keepRemoved([{ collection: collectionName, slug: entrySlug }]);
        return next(action);
      }
      default:
        return next(action);
    }
  });
}

function clearMarks(next: (action: Action) => unknown): void {
  for (const uniqueFieldId of marked) next({ type: 'DRAFT_CLEAR_ERRORS', payload: { uniqueFieldId } });
  marked.clear();
}

const messageOf = ({ payload }: Action) => (payload as { message?: { details?: unknown } } | undefined)?.message;

const isRefusal = (action: Action): boolean => {
  const message = messageOf(action);
  return typeof message === 'object' && message.details instanceof Refusal;
};

const staying = ({ type, payload }: Action, id: string): Action => ({
  type,
  payload: { ...(payload as object), id, dismissAfter: false },
});

function saved({ collectionName, collection = collectionName, entrySlug, slug = entrySlug ?? '' }: Persisted): void {
  if (!accepted || !collection) return;
  const { told, uploads, name } = accepted;
  const { entry, redirects } = told;
  keepSaved({ files: [...uploads], entries: [{ collection, slug, entry }], redirects });
  if (name !== undefined && /^-\d+$/.test(slug.replace(name, '')))
    tellNumbered(told.entry.title, entryPath(collection, slug));
  tellRemaining(accepted);
  accepted = undefined;
}

/** Another entry had its name: Decap gave it a number. */
function tellNumbered(title: string, address: string): void {
  const message = typeset(
    `Une autre fiche s’appelle « ${title} » : l’adresse de celle-ci est ${address}. Pour une adresse plus parlante : « Gestes », « Changer l’adresse de sa page ».`,
  );
  cmsStore().dispatch({
    type: 'NOTIFICATION_SEND',
    payload: { id: NUMBERED, message, type: 'warning', dismissAfter: false },
  });
}

function tellRemaining({ remaining }: Accepted): void {
  if (remaining.length === 0) return;
  const list = remaining.map((each) => `• ${each}`).join('\n');
  const message = `Brouillon enregistré. Avant de le publier, il reste :\n${list}`;
  cmsStore().dispatch({
    type: 'NOTIFICATION_SEND',
    payload: { id: REMAINING, message, type: 'warning', dismissAfter: false },
  });
}

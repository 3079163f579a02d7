const APP = /decap-cms-core[\\/]dist[\\/]esm[\\/]components[\\/]App[\\/]App\.js$/;

const EDITOR = /_jsx\(Editor, \{/g;
/** The routes of an entry and of a new one. */
const ROUTES = 2;

/**
 * Decap's form stays when the address changes from an entry to another, with the answers of the first. It is made anew,
 * unless what it holds is that entry already: a new one, which has just been saved.
 */
const FORM = `
import { useRef as useRefOfForm } from 'react';
import { useStore as useStoreOfForm } from 'react-redux';
function FormOfEntry(props) {
  const { getState } = useStoreOfForm();
  const { url, params } = props.match;
  const shown = useRefOfForm({ url, key: 0 });
  if (shown.current.url !== url) {
    const entry = getState().entryDraft.get('entry');
    const isThere = entry?.get('collection') === params.name && entry?.get('slug') === params[0];
    shown.current = { url, key: shown.current.key + (isThere ? 0 : 1) };
  }
  return _jsx(Editor, { ...props }, shown.current.key);
}
`;

/**
 * The module of Decap's routes, with a form for each entry; undefined for another module.
 * @throws Error when Decap draws its form in another way
 */
export function formOfEntry(code: string, id: string): string | undefined {
  if (!APP.test(id)) return undefined;
  if (code.match(EDITOR)?.length !== ROUTES)
    throw new Error('Decap has other routes to its form: admin/decap/form-of-entry.ts');
  return code.replace(EDITOR, '_jsx(FormOfEntry, {') + FORM;
}

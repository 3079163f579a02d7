import type { Workflow } from '../backend.ts';

/** Of the form, not of the list. */
const TOOLBAR = '#nc-root [class*="-EditorContainer"] [class*="-ToolbarContainer"]';

/** What Decap calls its buttons in French. */
const PUBLISH = 'Publier';
const PUBLISH_NOW = 'Publier maintenant';
const SAVE_DRAFT = 'Enregistrer le brouillon';

const named = (within: ParentNode, role: string, name: string): HTMLElement | undefined =>
  [...within.querySelectorAll<HTMLElement>(role)].find(({ textContent }) => textContent.trim() === name);

/** Ctrl+S, or ⌘S, saves what is in the form as its toolbar does: from anywhere in it, without the way back. */
export function saveByKey(workflow: Workflow): void {
  addEventListener('keydown', (event) => {
    const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 's';
    const toolbar = document.querySelector(TOOLBAR);
    if (!isSave || !toolbar) return;
    // The browser would offer to keep the page as a file.
    event.preventDefault();
    if (event.repeat || document.querySelector('dialog[open]')) return;
    if (workflow === 'review') named(toolbar, 'button', SAVE_DRAFT)?.click();
    else {
      named(toolbar, '[role="button"]', PUBLISH)?.click();
      requestAnimationFrame(() => named(toolbar, '[role="menuitem"]', PUBLISH_NOW)?.click());
    }
  });
}

/**
 * Names, states and landmarks that Decap's screens lack for who hears them.
 * https://github.com/decaporg/decap-cms/pull/6762 https://github.com/decaporg/decap-cms/issues/1333
 */
import { typeset } from '#domain/typography.ts';

/** Gives them as the screens are drawn, for as long as the page lives. */
export function nameControls(root: HTMLElement): void {
  const name = () => {
    nameItems(root);
    nameTexts(root);
    markLandmarks(root);
  };
  // A switch that React turns off loses its state.
  new MutationObserver(name).observe(root, { childList: true, subtree: true, attributeFilter: ['aria-checked'] });
  name();
}

/** The bar of an item of a list: a chevron, a handle and a cross, which are drawings alone. */
function nameItems(root: HTMLElement): void {
  for (const bar of root.querySelectorAll('[class*="StyledListItemTopBar"]')) {
    const item = bar.parentElement;
    const rank = [...(item?.parentElement?.children ?? [])].indexOf(item as Element) + 1;
    const handle = bar.querySelector('[aria-roledescription]');
    for (const control of bar.querySelectorAll('button, [aria-roledescription]')) {
      const isAfter = handle && control.compareDocumentPosition(handle) & Node.DOCUMENT_POSITION_PRECEDING;
      const verb = control === handle ? 'Déplacer' : isAfter ? 'Retirer' : 'Montrer ou cacher';
      setName(control, typeset(`${verb} : élément ${rank}`));
    }
  }
}

/** A rich text, and the switch between it and its Markdown. */
function nameTexts(root: HTMLElement): void {
  for (const text of root.querySelectorAll('[data-slate-editor]')) {
    const label = text.closest('[class*="-ControlContainer"]')?.querySelector('label');
    if (label) setName(text, label.textContent);
  }
  for (const toggle of root.querySelectorAll('[role="switch"]:not([aria-checked])')) {
    toggle.setAttribute('aria-checked', 'false');
  }
  for (const toggle of root.querySelectorAll('[role="switch"][class*="-ToolbarToggle"]')) {
    setName(toggle, 'Écrire en Markdown');
  }
}

/** Its form and its login are outside any landmark, and its login has no title but a drawing. */
function markLandmarks(root: HTMLElement): void {
  const role = root.querySelector('main') ? null : 'main';
  if (root.role !== role) root.role = role;
  const logo = root.querySelector('[class*="-CustomIconWrapper"]:not([role])');
  logo?.setAttribute('role', 'heading');
  logo?.setAttribute('aria-level', '1');
}

function setName(element: Element, name: string): void {
  if (element.getAttribute('aria-label') !== name) element.setAttribute('aria-label', name);
}

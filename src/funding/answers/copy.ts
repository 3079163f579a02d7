/**
 * Copies a text and tells it; where nothing can be copied, the text stands selected in a field behind the button.
 * @param status where it is told, a live region
 */
export async function copyText(text: string, button: HTMLElement, status: HTMLElement): Promise<void> {
  // Emptied first: the same words twice would be read aloud once.
  status.textContent = '';
  const shown = button.parentElement?.querySelector<HTMLTextAreaElement>('.to-copy');
  try {
    await navigator.clipboard.writeText(text);
    shown?.remove();
    status.textContent = 'Copié.';
  } catch {
    // Refused, or a page served without encryption, where there is no clipboard at all.
    const field = shown ?? fieldAfter(button);
    field.value = text;
    field.focus();
    field.select();
    status.textContent = 'Ce navigateur ne laisse pas copier\u00a0: le texte est sélectionné, copiez-le.';
  }
}

function fieldAfter(button: HTMLElement): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  field.className = 'field to-copy';
  field.readOnly = true;
  field.rows = 6;
  field.setAttribute('aria-label', 'Le texte à copier');
  button.parentElement?.append(field);
  return field;
}

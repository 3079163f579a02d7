import { unfoldSection } from '../sections/unfold.ts';

/**
 * The fields of Decap's form, found in the page: it gives them numbers (`title-field-12`) and tells nobody which is
 * which. Each is a box around a bar, which holds its label, and around the boxes of the fields inside it.
 */
export interface FormField {
  /** The number that Decap gave it. */
  id: string;
  label: HTMLLabelElement;
  box: Element;
  /** The fields around it, outermost first. */
  above: readonly string[];
}

const labelsIn = (root: Element): HTMLLabelElement[] => [
  ...root.querySelectorAll<HTMLLabelElement>('label[for*="-field-"]'),
];

const boxOf = (label: HTMLLabelElement): Element | null => label.parentElement?.parentElement ?? null;

/**
 * The field at a place of the entry (`['sources', 1, 'url']`), or the closest around it: the field of a list whose items
 * have none of their own.
 */
export function fieldAt(form: Element, place: readonly (string | number)[]): FormField | undefined {
  const boxes = new Set(labelsIn(form).map(boxOf));
  let field: FormField | undefined;
  for (let step = 0; step < place.length; step += 1) {
    const around = field?.box ?? form;
    const item = typeof place[step] === 'number' ? Number(place[step]) : 0;
    if (typeof place[step] === 'number') step += 1;
    const prefix = `${String(place[step] ?? 'value')}-field-`;
    const label = labelsIn(around).filter(
      (each) => each.htmlFor.startsWith(prefix) && boxAround(each, boxes, form) === around,
    )[item];
    const box = label && boxOf(label);
    if (!label || !box) break;
    field = { id: label.htmlFor, label, box, above: field ? [...field.above, field.id] : [] };
  }
  return field;
}

/** The boxes of the fields at the top of a form, by the name of the field. */
export function topBoxes(form: Element): Map<string, HTMLElement> {
  const labels = labelsIn(form);
  const boxes = new Set(labels.map(boxOf));
  const top = new Map<string, HTMLElement>();
  for (const label of labels) {
    const box = boxOf(label);
    if (box instanceof HTMLElement && boxAround(label, boxes, form) === form)
      top.set(label.htmlFor.replace(/-field-\d+$/, ''), box);
  }
  return top;
}

/** The box that a field is directly in. */
function boxAround(label: HTMLLabelElement, boxes: ReadonlySet<Element | null>, form: Element): Element {
  let around = boxOf(label)?.parentElement ?? form;
  while (around !== form && !boxes.has(around)) around = around.parentElement ?? form;
  return around;
}

/** Groups and lists, one in the other, that a field may be folded in. */
const MOST_FOLDS = 5;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Unfolds what hides a field, brings it into view, and puts the cursor in it. */
export async function reach({ id, label, box }: FormField): Promise<void> {
  unfoldSection(box);
  for (let tried = 0; tried < MOST_FOLDS; tried += 1) {
    const folded = foldedAround(label);
    if (!folded) break;
    // A chooser shows what is wrong in the plain fields that it stands for.
    const shown = folded.matches('.cms-by-hand')
      ? folded.parentElement?.parentElement?.querySelector<HTMLElement>('.cms-chooser [aria-invalid="true"]')
      : undefined;
    if (shown) {
      shown.scrollIntoView({ block: 'center' });
      shown.focus({ preventScroll: true });
      return;
    }
    toggleBefore(folded)?.click();
    await nextFrame();
  }
  label.scrollIntoView({ block: 'center' });
  const own = document.getElementById(id);
  const target = own?.matches('input, textarea, select, button, [tabindex]')
    ? own
    : box.querySelector<HTMLElement>('[contenteditable="true"], input, textarea, button');
  target?.focus({ preventScroll: true });
}

/** The outermost part around an element that is folded. */
function foldedAround(element: Element): Element | undefined {
  let folded: Element | undefined;
  for (let part: Element | null = element; part; part = part.parentElement)
    if (getComputedStyle(part).display === 'none') folded = part;
  return folded;
}

/** The button that folds a part: the first of the bar above it. */
function toggleBefore(part: Element): HTMLElement | undefined {
  for (let bar = part.previousElementSibling; bar; bar = bar.previousElementSibling) {
    const button = bar.querySelector<HTMLElement>('button');
    if (button) return button;
  }
  return undefined;
}

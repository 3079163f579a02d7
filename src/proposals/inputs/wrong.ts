import { controlsOf } from './read.ts';

/** Says what is wrong in the inputs of a question, under each. @returns the first of them */
export function firstWrong(question: Element): HTMLElement | undefined {
  let first: HTMLElement | undefined;
  for (const control of controlsOf(question)) {
    const fault = document.getElementById(`${control.id || (control.getAttribute('name') ?? '')}-faute`);
    if (!fault) continue;
    const isWrong = !control.validity.valid || !isNumber(control);
    fault.textContent = isWrong ? (control.dataset['remedy'] ?? control.validationMessage) : '';
    control.setAttribute('aria-invalid', String(isWrong));
    if (isWrong) first ??= control;
  }
  return first;
}

/** A number is written as one writes it, with a comma: its limits are not those of the control. */
function isNumber({ value, dataset: { min, max, whole } }: HTMLElement & { value: string }): boolean {
  if (min === undefined && max === undefined && whole !== 'true') return true;
  const text = value.trim();
  if (text === '') return true;
  const number = /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (Number.isNaN(number) || (whole === 'true' && !Number.isInteger(number))) return false;
  return number >= Number(min ?? -Infinity) && number <= Number(max ?? Infinity);
}

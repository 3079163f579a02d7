import { addItem } from './read.ts';

/** Makes lists and weeks work, in all that an element holds. */
export function watchLists(element: HTMLElement): void {
  element.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
    if (button?.dataset['act'] === 'add') {
      const list = button.closest<HTMLElement>('[data-kind="list"]');
      if (list) addItem(list)?.querySelector<HTMLElement>('input, textarea')?.focus();
    } else if (button?.dataset['act'] === 'remove') {
      const list = button.closest<HTMLElement>('[data-kind="list"]');
      button.closest('[data-item]')?.remove();
      list?.querySelector<HTMLElement>('[data-act="add"]')?.focus();
    } else if (button?.dataset['act'] === 'weekdays') {
      const ticks = [
        ...(button.closest('[data-moment]')?.querySelectorAll<HTMLInputElement>('[type="checkbox"]') ?? []),
      ];
      const weekdays = ticks.slice(0, 5);
      const all = weekdays.every(({ checked }) => checked);
      for (const tick of weekdays) tick.checked = !all;
      if (!all) untickSomeday(ticks);
    }
  });
  element.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.checked || target.value === '') return;
    untickSomeday([
      ...(target.closest('[data-moment]')?.querySelectorAll<HTMLInputElement>('[type="checkbox"]') ?? []),
    ]);
  });
}

/** Once a day is said, it is no longer « on days to ask ». */
function untickSomeday(ticks: readonly HTMLInputElement[]): void {
  for (const tick of ticks) if (tick.value === '') tick.checked = false;
}

/** Escape closes the menu of a phone, and gives the focus back to what opened it. */
const menu = document.querySelector<HTMLDetailsElement>('.site-header details');

addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !menu?.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});

export {};

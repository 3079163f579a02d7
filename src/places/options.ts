import { whereOfChoice, type Choice } from './area.ts';

/** The options of a list of that id: each its name, and where it is. */
export const optionsOf = (choices: readonly Choice[], list: string): HTMLElement[] =>
  choices.map((choice, rank) => {
    const option = document.createElement('div');
    option.id = `${list}-${rank}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    const name = document.createElement('span');
    name.textContent = choice.name;
    const where = document.createElement('small');
    where.textContent = whereOfChoice(choice);
    option.append(name, ' ', where);
    return option;
  });

import { typeset } from '#domain/typography.ts';

/** The button of the desk. */
export const sayCount = (waiting: number): string =>
  waiting === 0 ? 'Propositions' : typeset(`Propositions (${waiting})`);

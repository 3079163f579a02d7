import { askForm } from '../dialog.ts';
import { choice, field } from '../elements.ts';

/** A choice that only the editor can make: what the entry says is not what was chosen, or that is several things. */
export interface Doubt<F extends object> {
  question: string;
  /** The first is to change nothing. */
  options: readonly { label: string; fills: F }[];
}

/** What is filled at once by a choice, and what is asked first. */
export interface Filled<F extends object> {
  fills: F;
  doubts: readonly Doubt<F>[];
}

export const doubt = <F extends object>(question: string, kept: string, other: string, fills: F): Doubt<F> => ({
  question,
  options: [
    { label: `Garder ${kept}`, fills: {} as F },
    { label: `Mettre ${other}`, fills },
  ],
});

/** Asks what becomes of the fields that say something else; left, it fills none. */
export async function settle<F extends object>(title: string, doubts: readonly Doubt<F>[]): Promise<Partial<F>> {
  if (doubts.length === 0) return {};
  let settled: Partial<F> = {};
  const questions = doubts.map(({ question, options }, index) =>
    field(
      question,
      choice(
        String(index),
        options.map(({ label }, rank) => [String(rank), label] as const),
      ),
    ),
  );
  await askForm({
    title,
    content: questions,
    accept: 'Continuer',
    leave: 'Ne rien changer d’autre',
    send: (answers) => {
      const chosen = doubts.map(({ options }, index) => options[Number(answers.get(String(index)))]?.fills ?? {});
      settled = Object.assign({}, ...chosen) as Partial<F>;
    },
  });
  return settled;
}

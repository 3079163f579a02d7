import { withSignsShown, type Problem } from '#schemas/kit/index.ts';

/** An error of content, with the place where an editor finds it. */
export interface FileProblem extends Problem {
  /** From the folder of the content, `content/cantines/lyon-vaise.md`. */
  file: string;
  /** Line of the file, counted from 1; absent when the error is about the whole file or a missing line. */
  line?: number | undefined;
}

/** A problem whose file is known from where it was met. */
export type LocatedProblem = Omit<FileProblem, 'file'>;

/** What an editor typed, between guillemets, on one line of at most `length` signs. */
export function quote(text: string, length = 60): string {
  const line = withSignsShown(text.slice(0, 1000)).replace(/\s+/g, ' ').trim();
  return `« ${line.length > length ? `${line.slice(0, length - 1)}…` : line} »`;
}

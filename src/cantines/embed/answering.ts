import { answersOf, answerTo, CANTINE_QUESTION_NAMES, type CantineRecord } from '../finder/finder.ts';

/** The ranks of the open cantines that answer yes to all these questions at an instant, be it to be confirmed. */
export function answering(cantines: readonly CantineRecord[], asked: readonly string[], now: number): Set<number> {
  const questions = CANTINE_QUESTION_NAMES.filter((name) => asked.includes(name));
  const says = (record: CantineRecord | undefined) => {
    const answer = record?.status === 'open' ? answerTo(answersOf(record, now), questions) : 'no';
    return answer === 'yes' || answer === 'likely';
  };
  return new Set([...cantines.keys()].filter((rank) => says(cantines[rank])));
}

import { collections, type CollectionName } from '#schemas/index.ts';
import type { Answers } from '../versions/answers.ts';
import { CLOSE } from './cantines.ts';
import { CONFIRM } from './confirm.ts';
import type { Gesture } from './gesture.ts';
import { DATE_FELL } from './opportunities.ts';
import { CANCEL, EXTEND, FULL, POSTPONE, REPEAT, SEATS_AGAIN } from './sessions.ts';

/** In the order of their buttons. */
export const GESTURES: readonly Gesture[] = [
  CLOSE,
  FULL,
  SEATS_AGAIN,
  POSTPONE,
  EXTEND,
  REPEAT,
  CANCEL,
  DATE_FELL,
  CONFIRM,
];

/** Those of the entries of a collection. */
export const gesturesOf = (collection: CollectionName): readonly Gesture[] =>
  GESTURES.filter((gesture) =>
    gesture.collection === undefined
      ? 'verifiedOn' in collections[collection].fields
      : gesture.collection === collection,
  );

/** Those that make sense on an entry as it is. */
export const gesturesOn = (collection: CollectionName, answers: Answers, today: string): readonly Gesture[] =>
  gesturesOf(collection).filter(({ fits }) => fits(answers, today));

import { addDays, dayInFrance } from '#domain/days.ts';
import type { Cantine } from '#schemas/cantines.ts';
import { renamed, renamedCantines } from '../mail/memory.ts';
import type { Addressee } from '../mail/send.ts';
import { beliefsOf, isAnsweredSince, type Belief } from './beliefs.ts';
import { APART, isClosedOn, occasionOn, type Occasion } from './calendar.ts';
import type { AskState, Intent, Memory } from './memory.ts';

/** A cantine that may be asked. */
export interface Asked extends Addressee {
  slug: string;
  data: Cantine;
}

/** One message to send; once it is accepted, its cantine is remembered as `after`. */
export interface PlannedAsking {
  recipient: Asked;
  occasion: Occasion;
  beliefs: readonly Belief[];
  after: Memory;
  /** The message of an earlier run, whose answer was lost: it goes again under the same identity. */
  again: Pick<Intent, 'messageId'> | undefined;
}

interface Planning {
  now: Date;
  recipients: readonly Asked[];
  state: AskState;
  /** The cantines that changed name: the slug of today, by that of then. */
  renames: ReadonlyMap<string, string>;
}

/** Days after which a question that nobody answered is reminded, and after which it no longer is. */
const REMINDER = { after: 14, until: 56 };

/** Whom to ask now. A run that comes late asks what was due since: once for each occasion, whatever the days of the runs. */
export function planAskings({ now, recipients, state, renames }: Planning): {
  mails: readonly PlannedAsking[];
  state: AskState;
} {
  const today = dayInFrance(now);
  let next = state;
  if (renames.size > 0) next = { ...next, recipients: renamed(next.recipients, renamedCantines(renames)) };
  const mails = recipients.flatMap((recipient): PlannedAsking[] => {
    const { id, data } = recipient;
    const { pending, memory, ...rest } = next.recipients[id] ?? {};
    if (isClosedOn(today, data.exceptions)) return [];
    const occasion = occasionOn(today, data.exceptions);
    const beliefs = beliefsOf(data, occasion, today);
    const mail = { recipient, occasion, beliefs };
    if (pending && !isOver(pending.after, mail, today)) {
      return [{ ...mail, after: pending.after, again: { messageId: pending.messageId } }];
    }
    // It may have arrived, and it was answered, or its time is over.
    const known = pending?.after ?? memory;
    if (pending) next = { ...next, recipients: { ...next.recipients, [id]: { ...rest, memory: pending.after } } };
    const after = askingOf(known, mail, today);
    return after ? [{ ...mail, after, again: undefined }] : [];
  });
  return { mails, state: next };
}

type Mail = Pick<PlannedAsking, 'recipient' | 'occasion' | 'beliefs'>;

/** What a message of today would leave behind; undefined when there is none to send. */
function askingOf(memory: Memory | undefined, mail: Mail, today: string): Memory | undefined {
  if (!mail.beliefs.some(({ due }) => due)) return undefined;
  if (memory === undefined) return { askedOn: today };
  const isNewOccasion = memory.askedOn < mail.occasion.from && addDays(memory.askedOn, APART) <= today;
  if (isNewOccasion) return { askedOn: today };
  const isTime = addDays(memory.askedOn, REMINDER.after) <= today && !isOver(memory, mail, today);
  return isTime && memory.remindedOn === undefined ? { ...memory, remindedOn: today } : undefined;
}

/** True once a question needs no other word: it was answered, or nobody will. */
const isOver = ({ askedOn }: Memory, { recipient, beliefs }: Mail, today: string): boolean =>
  isAnsweredSince(recipient.data, askedOn) ||
  !beliefs.some(({ due }) => due) ||
  addDays(askedOn, REMINDER.until) < today;

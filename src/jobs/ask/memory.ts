/** What is remembered of each cantine that was asked. Days are `YYYY-MM-DD`, in France. */
import { z } from 'zod';
import type { MailJob } from '../mail/job.ts';
import { rememberedOf } from '../mail/memory.ts';
import type { StateFormat } from '../mail/state.ts';

const day = z.iso.date();

const memory = z.strictObject({
  /** The last time that it was asked. */
  askedOn: day,
  /** When that was reminded; a reminder comes once. */
  remindedOn: day.optional(),
});

const intent = z.strictObject({ messageId: z.string(), after: memory });

const askState = z.strictObject({
  version: z.literal(1),
  recipients: z.record(z.string(), rememberedOf(memory, intent)),
});

export type Memory = z.output<typeof memory>;
export type Intent = z.output<typeof intent>;
export type AskState = z.output<typeof askState>;

export const ASKING: MailJob = {
  title: 'Demandes de confirmation',
  sends: 'de demandes de confirmation',
  remembers: 'des demandes de confirmation',
  variable: 'ASK_STATE',
  forgetting: 'chaque cantine dont un fait est à confirmer sera alors interrogée de nouveau',
  remedy: 'Personne n’y lit nos demandes : corrigez-la',
};

export const NOTHING_ASKED: AskState = { version: 1, recipients: {} };

export const ASK_STATE: StateFormat<AskState> = { job: ASKING, empty: NOTHING_ASKED, shapeOf: () => askState };

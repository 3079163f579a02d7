import type { CollectionEntry } from 'astro:content';
import { entriesOf, entryNamed } from '#content/entries.ts';
import { entryPath } from '#content/routes.ts';
import type { Settings } from '#schemas/settings.ts';
import type { JointAnswer } from '#schemas/joint-answers.ts';
import { calendarOf } from '../freshness.ts';
import { aimedClosing } from './aim.ts';
import type { JointFacts } from './state.ts';

/** A joint answer as pages tell it. */
export interface ToldJointAnswer {
  slug: string;
  path: string;
  entry: CollectionEntry<'joint-answers'>;
  answer: JointAnswer;
  facts: JointFacts;
  /** Undefined when its call is not shown. */
  call: CollectionEntry<'opportunities'> | undefined;
  /** Undefined for the network. */
  lead: CollectionEntry<'cantines'> | undefined;
  members: readonly CollectionEntry<'cantines'>[];
}

/** Every joint answer to show. */
export async function jointAnswers(): Promise<ToldJointAnswer[]> {
  const calls = new Map((await entriesOf('opportunities')).map((call) => [call.id, call]));
  const cantines = new Map((await entriesOf('cantines')).map((cantine) => [cantine.id, cantine]));
  return (await entriesOf('joint-answers')).map((entry) => {
    const answer = entry.data;
    const call = calls.get(answer.opportunity);
    const { status, joinBy } = answer;
    return {
      slug: entry.id,
      path: entryPath('joint-answers', entry.id),
      entry,
      answer,
      facts: { status, joinBy, closesOn: call && aimedClosing(calendarOf(call.data), answer) },
      call,
      lead: answer.lead === undefined ? undefined : cantines.get(answer.lead),
      members: answer.members.flatMap((slug) => cantines.get(slug) ?? []),
    };
  });
}

/** Still to be joined, prepared, or waited for: what a list may say of a call. */
export const isLive = ({ answer: { status } }: Pick<ToldJointAnswer, 'answer'>): boolean =>
  status === 'open' || status === 'complete' || status === 'submitted';

/** The cantines of joint answers, each counted once. */
export const cantinesOf = (answers: readonly Pick<ToldJointAnswer, 'answer'>[]): Set<string> =>
  new Set(answers.flatMap(({ answer: { lead, members } }) => [...(lead === undefined ? [] : [lead]), ...members]));

/** How many cantines answer a call together, of its joint answers; undefined when nobody does. */
export function togetherOf(answers: readonly ToldJointAnswer[]): number | undefined {
  const live = answers.filter(isLive);
  return live.length === 0 ? undefined : cantinesOf(live).size;
}

/** The last day on which one may join the joint answers of a call. */
export const lastDayToJoin = (answers: readonly ToldJointAnswer[]): string | undefined =>
  answers
    .flatMap(({ answer: { status, joinBy } }) => (status === 'open' ? (joinBy ?? []) : []))
    .toSorted()
    .at(-1);

/** The joint answers that matter to a cantine: those it is in, and those it could join since their call fits it. */
export const concerning = (
  answers: readonly ToldJointAnswer[],
  cantine: string,
  fits: ReadonlySet<string>,
): ToldJointAnswer[] =>
  answers.filter(
    (told) =>
      isLive(told) &&
      (cantinesOf([told]).has(cantine) || (told.answer.status === 'open' && fits.has(told.answer.opportunity))),
  );

/** Who is written to: its own address, else that of the cantine that leads, else the network’s; undefined without any. */
export const contactOf = (
  { answer, lead }: Pick<ToldJointAnswer, 'answer' | 'lead'>,
  settings: Pick<Settings, 'email' | 'formRecipients'> | undefined,
): string | undefined =>
  answer.contact ?? lead?.data.contacts.email ?? settings?.formRecipients.hotline ?? settings?.email;

/** The settings of the site, when it has some. */
export const siteSettings = async () => (await entryNamed('settings', 'site'))?.data;

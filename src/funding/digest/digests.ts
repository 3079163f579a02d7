import { entriesOf } from '#content/entries.ts';
import { dayInFrance } from '#domain/clock.ts';
import { digestMonths, digestOf, type Digest } from './digest.ts';
import type { MailCall } from './mail.ts';
import { historyOf } from '#feeds/file-history.ts';
import { sayAmounts } from '../amount-words.ts';
import { nameOf } from '../feeds/words.ts';
import { theWatch } from '../feeds/feeds.ts';

/** Where the digests are listed, and each of them. */
export const DIGESTS = '/financements/digest/';
export const digestPath = (month: string): string => `${DIGESTS}${month}/`;

/** The calls as the digests name them; the first day is that of the file, or that of an earlier reading. */
async function mailCalls(): Promise<MailCall[]> {
  const files = new Map((await entriesOf('opportunities')).map((entry) => [entry.id, entry]));
  return (await theWatch()).calls.map(({ slug, call, page, funder }) => {
    const entry = files.get(slug);
    const written = entry && historyOf('opportunities', entry)?.firstAt;
    const read = call.sources.flatMap(({ readOn }) => readOn ?? []);
    const firsts = [...read, ...(written === undefined ? [] : [dayInFrance(new Date(written))])];
    return {
      title: nameOf(call),
      page,
      funder,
      amount: sayAmounts(call.amounts),
      territory: call.territory.name,
      firstSeen: firsts.toSorted()[0],
      readOn: [...read, ...(call.verifiedOn === undefined ? [] : [call.verifiedOn])],
      windows: call.windows,
      usualOpens: call.usualMonths.opens,
      once: call.rhythm === 'one-off',
    };
  });
}

/** The digests that the content makes, from the first month. */
export async function digests(): Promise<Digest<MailCall>[]> {
  const calls = (await mailCalls()).toSorted((a, b) => a.title.localeCompare(b.title, 'fr'));
  return digestMonths(calls).map((month) => digestOf(calls, month));
}

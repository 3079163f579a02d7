import { createHash } from 'node:crypto';
import { formatProblems, type ContentFolders } from '#content/check/index.ts';
import { dayInFrance } from '#domain/days.ts';
import { count } from '#domain/numbers.ts';
import { deliver } from '../mail/deliver.ts';
import { readMailSettings, readSmtp, type MailSettings } from '../mail/env.ts';
import type { Report } from '../mail/job.ts';
import { takeLock } from '../mail/lock.ts';
import { domainOf, letterMessage } from '../mail/message.ts';
import type { Addressee, Outgoing } from '../mail/send.ts';
import type { Patience } from '../mail/smtp.ts';
import { readState, writeState } from '../mail/state.ts';
import { writeTrial } from '../mail/trial.ts';
import { eachOnce, POLITE, politeAsk, type PoliteOptions } from '../web/polite.ts';
import { AGENT_NAME } from '../web/request.ts';
import { robotsOf } from '../web/robots.ts';
import { readPagesContent, type WatchedPage } from './content.ts';
import { lettersOfPages } from './letter.ts';
import { PAGES, PAGES_STATE, type Intent, type Memory, type Page, type PagesState } from './memory.ts';
import { planNews, type PlannedNews } from './plan.ts';
import { PAGE_BYTES, readPage } from './read-page.ts';

export interface PagesRun {
  now: Date;
  env: Readonly<Record<string, string | undefined>>;
  folders: ContentFolders;
  /** The file that remembers what was read and told. */
  statePath: string;
  /** A folder to write the message in, instead of sending it; nothing is kept then. */
  trialFolder?: string | undefined;
  patience?: Patience | undefined;
  web?: Partial<PoliteOptions> | undefined;
}

const NIGHTLY: PoliteOptions = { ...POLITE, timeout: 20_000, enough: PAGE_BYTES };

/**
 * Reads the official pages again, and tells the editors of the watch what changed.
 * @throws Error in French: a setting, the state file or its lock; nothing is sent then
 */
export async function runPages(run: PagesRun): Promise<Report> {
  const trial = run.trialFolder !== undefined;
  const settings = readMailSettings(run.env, trial);
  const smtp = trial ? undefined : readSmtp(run.env);
  const { content, problems } = await readPagesContent({ ...run.folders, live: settings.live });
  if (!content) {
    return {
      failed: true,
      words: `${formatProblems(problems)}\nAucune page n’est relue tant que ces fiches ont une erreur.`,
    };
  }
  const { pages, recipient } = content;
  const today = dayInFrance(run.now);
  const planned = (state: PagesState) => planNews(recipient?.id ?? 'reseau', state, pages, today);
  const written = (news: readonly PlannedNews[]) =>
    recipient ? news.map((each) => outgoingOf(each, recipient, { pages, settings, now: run.now })) : [];
  if (run.trialFolder !== undefined) {
    const { state, words } = await readAll(readState(run.statePath, PAGES_STATE), pages, run, () => undefined);
    const told = await writeTrial(run.trialFolder, written(planned(state).news), run.now);
    return { ...told, words: `${words}\n${told.words}` };
  }
  const lock = takeLock(run.statePath, PAGES);
  try {
    const keep = (next: PagesState) => {
      lock.assertHeld();
      writeState(run.statePath, next, PAGES);
    };
    const { state: read, words, failed } = await readAll(readState(run.statePath, PAGES_STATE), pages, run, keep);
    const { news, state } = planned(read);
    if (news.length === 0 || !recipient) {
      // Without anybody to tell, what changed waits.
      if (news.length === 0) keep(state);
      return { failed, words: [words, news.length === 0 ? NOTHING_NEW : NOBODY].join('\n') };
    }
    const told = await deliver(written(news), {
      job: PAGES,
      smtp: smtp ?? readSmtp(run.env),
      patience: run.patience,
      start: state.recipients,
      keep: (recipients) => keep({ ...state, recipients }),
    });
    return { failed: failed || told.failed, words: `${words}\n${told.words}` };
  } finally {
    lock.release();
  }
}

const NOTHING_NEW = 'Rien de nouveau à dire.';
const NOBODY =
  'Personne n’est prévenu : remplissez « Alertes de financement » ou « E-mail du réseau » dans les Réglages (content/settings/site.md). Ce qui a changé sera dit ensuite.';

/** Reads the pages that were not read today; each is kept as soon as it is read, so that a cut run is taken up. */
async function readAll(
  start: PagesState,
  pages: readonly WatchedPage[],
  { now, web }: PagesRun,
  keep: (state: PagesState) => void,
): Promise<Report & { state: PagesState }> {
  const today = dayInFrance(now);
  const politely = politeAsk({ ...NIGHTLY, ...web });
  const isAllowed = robotsOf(politely, AGENT_NAME);
  const isRead = (page: Page | undefined) => page?.readings.at(-1)?.on === today;
  const left = pages.map(({ url }) => url).filter((url) => !isRead(start.pages[url]));
  let state = start;
  const unread = await eachOnce(left, async (url) => {
    const read = await readPage(url, state.pages[url], { politely, isAllowed, today });
    if ('why' in read) return [`  ${url} : ${read.why}`];
    state = { ...state, pages: { ...state.pages, [url]: read.page } };
    keep(state);
    return [];
  });
  const failures = unread.flat();
  const done = left.length - failures.length;
  const words = `Pages officielles : ${count(done, 'lue', 'lues')} cette nuit, ${count(failures.length, 'non lue', 'non lues')}.`;
  return { state, words: [...failures, words].join('\n'), failed: done === 0 && failures.length > 0 };
}

interface Setting {
  pages: readonly WatchedPage[];
  settings: MailSettings;
  now: Date;
}

function outgoingOf(
  { changes, after, again }: PlannedNews,
  recipient: Addressee,
  { pages, settings, now }: Setting,
): Outgoing<Memory, Omit<Intent, 'messageId'>> {
  const { from, unsubscribe } = settings;
  // The same change may come twice, with another text.
  const told = changes.map((change) => [change, after.pages[change.url]?.texts]);
  const hash = createHash('sha256')
    .update(JSON.stringify([recipient.email, told]))
    .digest('hex')
    .slice(0, 32);
  return {
    recipient,
    message: letterMessage(lettersOfPages(changes, pages, settings), {
      messageId: again?.messageId ?? `<pages.${hash}@${domainOf(from.address)}>`,
      now,
      from,
      to: recipient.email,
      list: { id: 'pages', name: 'Pages officielles des financements' },
      stop: { to: unsubscribe, subject: 'Arrêter les messages sur les pages officielles' },
    }),
    intent: again ? undefined : { changes: [...changes], after },
    after,
  };
}

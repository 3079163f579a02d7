import { formatDate } from '#domain/date-words.ts';
import { capitalised, joinWords, uncapitalised } from '#domain/french.ts';
import { NEEDS } from '#schemas/needs.ts';
import { sayAmounts, sayShare } from '../amount-words.ts';
import { reasonsOf, type SaidReason } from '../matching/matching-words.ts';
import { trusted } from '../matching/profile.ts';
import { GUESSED, sayAround } from '../seasons/season-words.ts';
import { meets } from './needs.ts';
import type { Asking, ToPrepare } from './to-prepare.ts';

const WORK: Readonly<Record<string, string>> = {
  light: 'moins d’une journée de dossier',
  medium: 'quelques jours de dossier',
  heavy: 'plusieurs semaines de dossier',
};

/** Why a call is to be prepared now, each reason a sentence: when, whether it fits, what it brings, who had it. */
export function whyPrepare(call: ToPrepare, candidate: Asking, today: string): SaidReason[] {
  const { record, match, isNeeded, sisters } = call;
  const yes = (words: string): SaidReason => ({ answer: 'yes', words });
  const { needs = [] } = trusted(candidate.profile, today);
  const met = needs.filter((need) => meets(need, record)).map((need) => uncapitalised(NEEDS[need]));
  return [
    yes(sayStart(call, today)),
    ...(match.answer === 'yes'
      ? [yes('Tout ce qu’il demande, à notre avis, vous l’avez.')]
      : reasonsOf(match, record, candidate).filter(({ answer }) => answer === 'maybe')),
    yes(sayWorth(call, candidate, today)),
    ...(isNeeded ? [yes(`Vous cherchez\u00a0: ${joinWords(met)}.`)] : []),
    ...(sisters.length > 0 ? [yes(`${joinWords(sisters)} ${sisters.length > 1 ? 'l’ont' : 'l’a'} déjà eu.`)] : []),
  ];
}

function sayStart({ due }: ToPrepare, today: string): string {
  const { startsOn, isAnnounced, isShort, words } = due;
  if (startsOn === undefined) return `${words}\u00a0: quand vous voulez.`;
  const begin = isShort
    ? 'il reste peu de temps'
    : startsOn <= today
      ? 'à commencer maintenant'
      : `à commencer ${isAnnounced ? `le ${formatDate(startsOn)}` : `vers ${sayAround(startsOn)}`}`;
  return `${words}\u00a0: ${begin}, à notre estimation.`;
}

function sayWorth({ record }: ToPrepare, candidate: Asking, today: string): string {
  const { amounts, effort, fundedShare, fundedShareOf } = record;
  const money = [sayAmounts(amounts), sayShare(fundedShare, fundedShareOf)].filter((each) => each !== undefined);
  const work = WORK[effort ?? ''] ?? GUESSED;
  const said = money.length === 0 ? 'Montant à demander' : capitalised(money.join(', '));
  const { budget } = trusted(candidate.profile, today);
  const most = amounts.max ?? amounts.min;
  const size =
    budget === undefined || budget === 0 || most === undefined
      ? ''
      : most > budget
        ? '\u00a0; c’est plus que votre budget d’une année'
        : `, soit ${Math.max(1, Math.round((most / budget) * 100))}\u00a0% de votre budget`;
  return `${said}${size}\u00a0; ${work}.`;
}

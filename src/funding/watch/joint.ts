import { formatDate } from '#domain/date-words.ts';
import { uncapitalised } from '#domain/french.ts';
import type { Calendar } from '#domain/deadlines.ts';
import { count } from '#domain/numbers.ts';
import type { JointAnswer } from '#schemas/joint-answers.ts';
import { aimedClosing } from '../together/aim.ts';
import { jointRank, jointState, sayJoint, type JointFacts, type JointState } from '../together/state.ts';

/** What a report needs to know of a joint answer. Days are `YYYY-MM-DD`. */
export interface ReportedJoint extends JointFacts {
  slug: string;
  title: string;
  openedOn?: string | undefined;
  cantines: number;
  isExample: boolean;
}

/** Reads a joint answer for the report of its call. */
export function reportedJoint(slug: string, answer: JointAnswer, calendar: Calendar): ReportedJoint {
  const { title, status, joinBy, openedOn, lead, members, demo } = answer;
  return {
    slug,
    title,
    status,
    joinBy,
    closesOn: aimedClosing(calendar, answer),
    openedOn,
    cantines: members.length + (lead === undefined ? 0 : 1),
    isExample: demo,
  };
}

/** A call, as far as its joint answers go. */
interface Call {
  title: string;
  suits: number;
  joint?: readonly ReportedJoint[] | undefined;
}

/** A joint answer in the report. */
interface JointItem {
  slug: string;
  title: string;
  why: string;
  remedy: string;
  collection: 'joint-answers';
}

/** What an editor does for each; nothing once its end is told. */
const REMEDIES: Readonly<Partial<Record<JointState['state'], string>>> = {
  seeking: 'Prévenez les cantines que l’appel concerne.',
  complete: 'Suivez le dépôt avec elles, puis passez l’état à « Déposée ».',
  submitted: 'Notez la réponse du financeur quand elle arrive.',
  late: 'Dites ce qu’elle devient : au complet, déposée ou abandonnée.',
  over: 'Dites ce qu’elle est devenue : déposée, obtenue, refusée ou abandonnée.',
};

/** Who answers together, what can be joined soonest first. */
export function togetherOf(all: readonly Call[], today: string): JointItem[] {
  return all
    .flatMap(({ joint, title: call, suits }) =>
      (joint ?? []).map((each) => ({ each, call, suits, state: jointState(each, today) })),
    )
    .filter(({ each }) => !each.isExample)
    .sort((one, other) => jointRank(one.state) - jointRank(other.state) || one.each.slug.localeCompare(other.each.slug))
    .flatMap(({ each, call, suits, state }) => {
      const remedy = REMEDIES[state.state];
      if (remedy === undefined) return [];
      const why = [
        uncapitalised(sayJoint(state).words),
        `pour « ${call} »`,
        each.cantines > 0 ? count(each.cantines, 'cantine') : 'le réseau seul',
        ...(each.openedOn === undefined ? [] : [`annoncée le ${formatDate(each.openedOn)}`]),
        ...(state.state === 'seeking' && suits > 0 ? [`peut aller à ${count(suits, 'cantine')}`] : []),
      ].join(', ');
      return { slug: each.slug, title: each.title, why, remedy, collection: 'joint-answers' as const };
    });
}

import type { Audience } from '#domain/audience.ts';
import { lastDayOf } from '#domain/days.ts';
import { addMonths } from '#domain/months.ts';
import type { Launcher } from '#schemas/actions.ts';
import type { Profile } from './profile.ts';

/** What an opportunity asks of whoever applies, besides an audience and a territory. Euros, years, full-time equivalents. */
export interface Eligibility {
  /** An association that exists already. */
  association?: boolean | undefined;
  /** Its seat inside the territory. */
  seat?: boolean | undefined;
  minAgeYears?: number | undefined;
  minEmployees?: number | undefined;
  maxEmployees?: number | undefined;
  minBudget?: number | undefined;
  minResources?: number | undefined;
  maxResources?: number | undefined;
  minProjectBudget?: number | undefined;
  maxProjectBudget?: number | undefined;
  /** All of them. */
  approvals: readonly string[];
  actions?: readonly string[] | undefined;
  priorityDistrict: boolean;
  /** Who must sponsor or choose it. */
  sponsor?: string | undefined;
  launchedBy?: Launcher | undefined;
  /** What lets in whoever fails one of the criteria. */
  exception?: string | undefined;
  /** Whether somebody read all the conditions: each is then above, or in `toCheck`. */
  conditionsRead: boolean;
  /** The conditions that no criterion tells. */
  toCheck?: readonly string[] | undefined;
}

export type Criterion =
  | 'association'
  | 'seat'
  | 'age'
  | 'employees'
  | 'budget'
  | 'resources'
  | 'project'
  | 'approvals'
  | 'actions'
  | 'district'
  | 'sponsor'
  | 'launch'
  | 'reading';

type Answer = 'yes' | 'maybe' | 'no';

/** What the criteria read of a candidate. */
export interface Applicant {
  audience: Audience | undefined;
  openedOn?: string | undefined;
  profile: Profile;
}

interface CriterionRule {
  name: Criterion;
  /** What it says of an applicant; undefined when the opportunity does not ask it. */
  answer: (asked: Eligibility, applicant: Applicant, today: string) => Answer | undefined;
  /** True when no exception changes its answer. */
  fixed?: true;
}

/** What may be asked, in the order in which it is told. */
export const CRITERIA: readonly CriterionRule[] = [
  { name: 'association', answer: ({ association }, who) => asks(association, () => exists(who)), fixed: true },
  { name: 'seat', answer: ({ seat }, { profile }) => asks(seat, () => known(profile.seat)) },
  {
    name: 'age',
    answer: ({ minAgeYears: years }, who, today) => (years === undefined ? undefined : ageAnswer(years, who, today)),
  },
  {
    name: 'employees',
    answer: ({ minEmployees, maxEmployees }, { profile }) => within(profile.employees, minEmployees, maxEmployees),
  },
  { name: 'budget', answer: ({ minBudget }, { profile }) => within(profile.budget, minBudget, undefined) },
  {
    name: 'resources',
    answer: ({ minResources, maxResources }, { profile }) => within(profile.resources, minResources, maxResources),
  },
  {
    name: 'project',
    answer: ({ minProjectBudget, maxProjectBudget }, { profile }) =>
      within(profile.project, minProjectBudget, maxProjectBudget),
  },
  { name: 'approvals', answer: ({ approvals }, { profile }) => allOf(approvals, (name) => holds(name, profile)) },
  { name: 'actions', answer: ({ actions = [] }, { profile }) => allOf(actions, (name) => has(profile.actions, name)) },
  {
    name: 'district',
    answer: ({ priorityDistrict }, { profile }) => asks(priorityDistrict, () => known(profile.district)),
  },
  // What each call decides for itself: nothing that a cantine says beforehand settles it.
  { name: 'sponsor', answer: ({ sponsor }) => (sponsor === undefined ? undefined : 'maybe') },
  { name: 'launch', answer: ({ launchedBy }) => (launchedBy === undefined ? undefined : 'maybe') },
  {
    name: 'reading',
    answer: ({ conditionsRead, toCheck = [] }) => (conditionsRead && toCheck.length === 0 ? undefined : 'maybe'),
  },
];

const known = (value: boolean | undefined): Answer => (value === undefined ? 'maybe' : value ? 'yes' : 'no');

const asks = (asked: boolean | undefined, answer: () => Answer | undefined): Answer | undefined =>
  asked ? answer() : undefined;

/** Each open cantine is an association of its own; a team that prepares one may not be one yet. */
function exists({ audience, profile }: Applicant): Answer | undefined {
  if (audience === undefined) return undefined;
  return audience !== 'cantine-en-montage' || profile.foundedOn !== undefined ? 'yes' : 'maybe';
}

/**
 * A partial date is read at its latest to say yes, at its earliest to say no. An association is founded before its
 * cantine opens: its age by the opening is a minimum, which never says no.
 */
function ageAnswer(years: number, { openedOn, profile: { foundedOn } }: Applicant, today: string): Answer {
  const since = foundedOn ?? openedOn;
  if (since === undefined) return 'maybe';
  if (reaches(lastDayOf(since), years, today)) return 'yes';
  return foundedOn === undefined || reaches(firstDayOf(foundedOn), years, today) ? 'maybe' : 'no';
}

/** Whether something that began on a day has so many years. */
export const reaches = (day: string, years: number, today: string): boolean => addMonths(day, 12 * years) <= today;

/** The first calendar day that a partial date can mean. */
export const firstDayOf = (date: string): string => `${date}-01-01`.slice(0, 10);

function within(value: number | undefined, min: number | undefined, max: number | undefined): Answer | undefined {
  if (min === undefined && max === undefined) return undefined;
  if (value === undefined) return 'maybe';
  return value >= (min ?? -Infinity) && value <= (max ?? Infinity) ? 'yes' : 'no';
}

function allOf(names: readonly string[], answerOf: (name: string) => Answer): Answer | undefined {
  const answers = names.map(answerOf);
  if (answers.length === 0) return undefined;
  return answers.includes('no') ? 'no' : answers.includes('maybe') ? 'maybe' : 'yes';
}

const has = (said: Readonly<Record<string, boolean | undefined>> | undefined, name: string): Answer =>
  known(said?.[name]);

/** A « rescrit » says that receipts may be issued. */
export const holds = (name: string, { approvals }: Profile): Answer =>
  name === 'recu-fiscal' && approvals?.rescrit ? 'yes' : has(approvals, name);

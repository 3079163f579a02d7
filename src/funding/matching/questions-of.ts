import type { Candidate, Reason } from './matching.ts';
import type { ProfileQuestion } from './profile.ts';

const QUESTIONS: Readonly<Partial<Record<Reason['criterion'], ProfileQuestion>>> = {
  association: 'fondation',
  seat: 'siege',
  age: 'fondation',
  employees: 'salaries',
  budget: 'budget',
  resources: 'ressources',
  project: 'projet',
  approvals: 'agrements',
  actions: 'actions',
  district: 'quartier',
};

/** The question of the profile that would make a « maybe » a « yes » or a « no »; the network has no profile. */
export const questionOf = (
  { criterion, answer, excepted }: Reason,
  { audience }: Candidate,
): ProfileQuestion | undefined =>
  answer === 'maybe' && !excepted && audience !== 'reseau' ? QUESTIONS[criterion] : undefined;

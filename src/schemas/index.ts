import { answers } from './answers.ts';
import { cantines } from './cantines.ts';
import { cohorts } from './cohorts.ts';
import { figures } from './figures.ts';
import { funders } from './funders.ts';
import { guides } from './guides.ts';
import { jointAnswers } from './joint-answers.ts';
import { milestones } from './milestones.ts';
import { opportunities } from './opportunities.ts';
import { pages } from './pages.ts';
import { partnerships } from './partnerships.ts';
import { quotations } from './quotations.ts';
import { sessions } from './sessions.ts';
import { settings } from './settings.ts';
import { stories } from './stories.ts';
import { templates } from './templates.ts';

/** Every collection of the site, in the order of the CMS menu. */
export const collections = {
  cantines,
  sessions,
  cohorts,
  stories,
  quotations,
  opportunities,
  'joint-answers': jointAnswers,
  funders,
  partnerships,
  guides,
  templates,
  answers,
  figures,
  milestones,
  pages,
  settings,
} as const;

export type CollectionName = keyof typeof collections;

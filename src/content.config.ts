import { defineCollection } from 'astro:content';
import { entriesIn } from '#content/loader.ts';
import { contentRoot } from '#content/root.ts';
import { collections as declared } from '#schemas/index.ts';
import type { Collection } from '#schemas/kit/index.ts';

const bind = <C extends Collection>({ name, schema }: C) =>
  defineCollection({
    loader: entriesIn(`${contentRoot}/${name}`),
    schema: schema as C['schema'],
  });

export const collections = {
  cantines: bind(declared.cantines),
  sessions: bind(declared.sessions),
  cohorts: bind(declared.cohorts),
  stories: bind(declared.stories),
  quotations: bind(declared.quotations),
  opportunities: bind(declared.opportunities),
  'joint-answers': bind(declared['joint-answers']),
  funders: bind(declared.funders),
  partnerships: bind(declared.partnerships),
  guides: bind(declared.guides),
  templates: bind(declared.templates),
  answers: bind(declared.answers),
  figures: bind(declared.figures),
  milestones: bind(declared.milestones),
  pages: bind(declared.pages),
  settings: bind(declared.settings),
};

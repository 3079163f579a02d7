import type { IForbiddenRuleType } from 'dependency-cruiser';

/** A room that holds all of a subject: its rules, its components, its elements, its feeds. Pages bring them together. */
const SUBJECTS = 'cantines|figures|funding|guides|network|ouvrir|partnerships|press|sessions|stories|templates';

/** Rooms that serve several subjects. */
const SERVICES = 'components|content|documents|feeds|forms|layouts|lists|offline|places|proposals|publication|search';

/** What may import what. `npm run check:rooms` reads it, and draws docs/architecture.md by it. */
export const ROOM_RULES: IForbiddenRuleType[] = [
  {
    name: 'domain-alone',
    severity: 'error',
    comment: 'domain/ imports nothing but itself: give what it needs as a parameter, or move the rule to its subject.',
    from: { path: '^src/domain/' },
    to: { pathNot: '^src/domain/' },
  },
  {
    name: 'kit-with-zod-alone',
    severity: 'error',
    comment: 'schemas/kit/ serves any site: it knows zod and itself.',
    from: { path: '^src/schemas/kit/' },
    to: { pathNot: '^src/schemas/kit/|(?:^|/)zod(?:$|/)' },
  },
  {
    name: 'schemas-below',
    severity: 'error',
    comment: 'A schema is made of zod, the kit and the vocabularies of domain/.',
    from: { path: '^src/schemas/' },
    to: { pathNot: '^src/(?:schemas|domain)/|(?:^|/)zod(?:$|/)' },
  },
  {
    name: 'subjects-apart',
    severity: 'error',
    comment: 'A subject never reaches inside another: what both need is a rule of domain/ or a service.',
    from: { path: `^src/(${SUBJECTS})/` },
    to: { path: `^src/(?:${SUBJECTS})/`, pathNot: '^src/$1/' },
  },
  {
    name: 'services-below-subjects',
    severity: 'error',
    comment: 'A service knows no subject: the subject gives it what it needs.',
    from: { path: `^src/(?:${SERVICES}|build)/` },
    to: { path: `^src/(?:${SUBJECTS})/` },
  },
  {
    name: 'nothing-above-pages',
    severity: 'error',
    comment: 'Pages and jobs are the top of the house: nothing imports them.',
    from: { path: '^(?:src|admin)/', pathNot: '^src/(?:pages|jobs)/' },
    to: { path: '^src/(?:pages|jobs)/' },
  },
  {
    name: 'admin-apart',
    severity: 'error',
    comment: 'Nothing that a visitor receives reaches the CMS; only the pages under /admin/ show it.',
    from: { path: '^src/', pathNot: '^src/pages/admin/' },
    to: { path: '^admin/' },
  },
  {
    name: 'no-circle',
    severity: 'error',
    comment: 'Two files that import each other are one: join them, or move what both need to a third.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'something-there',
    severity: 'error',
    comment: 'The file or the package that is imported does not exist.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^(?:astro|virtual):' },
  },
];

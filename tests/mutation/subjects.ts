/** What is mutated together, and the tests that hold it: a mutant is only shown to them. */
export interface Subject {
  /** Globs below src/. */
  mutated: readonly string[];
  /** Globs below tests/unit/, without `.test.ts`. */
  tests: readonly string[];
  /** Whether the score of the whole must stay above the floor. */
  held: boolean;
}

export const SUBJECTS: Readonly<Record<string, Subject>> = {
  domain: {
    // Lists of names, in which no rule is, are left out.
    mutated: ['domain/!(audience|loopback|territory|time-zones|weekdays).ts'],
    // The oracle asks ten thousand timetables: opening.test.ts holds each rule by an example.
    tests: ['domain/!(opening-oracle)'],
    held: true,
  },
  kit: { mutated: ['schemas/kit/*.ts'], tests: ['schemas/{kit,json-schema,every-field}', 'schemas/kit/*'], held: true },
  matching: {
    // What fetches the candidates and what keeps one in the browser hold no rule.
    mutated: ['funding/matching/!(fetch-candidates|my-cantine).ts'],
    tests: ['funding/matching*'],
    held: true,
  },
  funding: {
    mutated: [
      'funding/{freshness,search/questions,search/search,search/search-address}.ts',
      'funding/watch/{expected,gaps,report,suits}.ts',
      'funding/digest/digest.ts',
      'funding/feeds/{calendar,calendars,moments}.ts',
    ],
    tests: ['funding/{search,watch-report,digest,feeds-calendar,feeds-habits}'],
    held: false,
  },
  cantines: {
    mutated: ['cantines/finder/{finder,meals}.ts', 'cantines/hours/opening-words.ts'],
    tests: ['cantines/{finder,meals,opening-words}'],
    held: false,
  },
  sessions: { mutated: ['sessions/{search,region}.ts'], tests: ['sessions/{search,region}'], held: false },
  ouvrir: { mutated: ['ouvrir/cohorts.ts'], tests: ['ouvrir/cohorts'], held: false },
};

/** The subject that is mutated, for the Vitest that Stryker starts. */
export const SUBJECT_VARIABLE = 'MUTATED_SUBJECT';

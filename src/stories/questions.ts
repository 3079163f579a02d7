import { STORY_KINDS, STORY_THEMES, type Story } from '#schemas/stories.ts';

/** Below this many texts, all of them are seen at once: there is nothing to choose from. */
const WORTH_CHOOSING = 7;

type Asked = Pick<Story, 'kind' | 'theme'>;

/** The options that some text has, in the order of the schema. */
const used = (options: Readonly<Record<string, string>>, values: readonly string[]) =>
  Object.entries(options).filter(([value]) => values.includes(value));

/** What a list of texts may be asked: its kinds and its themes, where they differ; nothing while the texts are few. */
export function questionsOf(stories: readonly Asked[]) {
  if (stories.length < WORTH_CHOOSING) return [];
  const kinds = used(
    STORY_KINDS,
    stories.map(({ kind }) => kind),
  );
  const themes = used(
    STORY_THEMES,
    stories.map(({ theme }) => theme),
  );
  return [
    { name: 'genre', label: 'Genre', any: 'Tous les genres', options: kinds },
    { name: 'theme', label: 'Thème', any: 'Tous les thèmes', options: themes },
  ].filter(({ options }) => options.length > 1);
}

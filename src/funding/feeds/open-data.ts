import { entryPath } from '#content/routes.ts';
import { AUDIENCES } from '#domain/audience.ts';
import { plainData } from '#domain/plain-text.ts';
import { typeset } from '#domain/typography.ts';
import { objectSchemaOf, type JsonSchema } from '#schemas/kit/json-schema.ts';
import { opportunities, OPPORTUNITY_KINDS, type Opportunity } from '#schemas/opportunities.ts';
import { sayShare } from '../amount-words.ts';
import { readDayOf } from '../freshness.ts';
import type { OpportunityLine } from './columns.ts';
import { credits, inOrder, publishedSchema, textOrNull, textSchema } from '#feeds/open-data.ts';

/** An entry as the content layer gives it, with the name of its funder. */
export interface OpportunityEntry {
  id: string;
  data: Opportunity;
  funder: string | undefined;
}

/** Where the JSON Schema of `/financements.json` is. */
export const OPPORTUNITY_SCHEMA = '/schemas/donnees-financements.json';

const pageOf = (id: string, siteUrl: string): string => siteUrl + entryPath('opportunities', id);

/** An opportunity as a line of a spreadsheet. */
export function opportunityLine({ id, data, funder }: OpportunityEntry, siteUrl: string): OpportunityLine {
  const { title, demo, kind, audience, territory, amounts, windows, officialUrl } = data;
  const latest = windows.toSorted((a, b) =>
    (b.closesOn ?? b.opensOn ?? '').localeCompare(a.closesOn ?? a.opensOn ?? ''),
  )[0];
  return {
    title: demo ? `${title} (exemple)` : title,
    kind: OPPORTUNITY_KINDS[kind],
    funder,
    audience: audience.map((each) => AUDIENCES[each]).join(', '),
    territory: territory.name,
    min: amounts.min,
    max: amounts.max,
    share: sayShare(data.fundedShare, data.fundedShareOf),
    opensOn: latest?.opensOn,
    closesOn: latest?.closesOn,
    readOn: readDayOf(data),
    officialUrl,
    page: pageOf(id, siteUrl),
  };
}

/** The lines of the spreadsheet, in the order of the files. */
export const opportunityLines = (entries: readonly OpportunityEntry[], siteUrl: string): OpportunityLine[] =>
  inOrder(entries).map((entry) => opportunityLine(entry, siteUrl));

/**
 * The opportunities as JSON: each whole, as its fiche was written, with its identifier, its funder's name and its page.
 */
export function opportunitiesJson(entries: readonly OpportunityEntry[], siteUrl: string) {
  const days = entries.flatMap(({ data }) => readDayOf(data) ?? []).toSorted();
  return {
    $schema: siteUrl + OPPORTUNITY_SCHEMA,
    ...credits(days.at(-1), siteUrl),
    financements: inOrder(entries).map(({ id, data, funder }) => {
      const { draft: _draft, ...written } = data;
      return plainData({ id, page: pageOf(id, siteUrl), funderName: funder ?? null, ...written });
    }),
  };
}

/** The JSON Schema (2020-12) of `/financements.json`: the fields of a fiche, with the labels that editors see. */
export function opportunitiesJsonSchema(siteUrl: string): JsonSchema {
  const { draft: _draft, ...fields } = opportunities.fields;
  const { $schema: _dialect, ...entry } = objectSchemaOf(fields);
  return publishedSchema({
    id: siteUrl + OPPORTUNITY_SCHEMA,
    title: 'La veille de financements',
    description: typeset('Données ouvertes ; un champ absent veut dire « non renseigné », jamais « non ».'),
    documentation: 'Page qui explique les données',
    name: 'financements',
    rows: 'Un objet par financement',
    items: {
      ...entry,
      properties: {
        id: textSchema('Identifiant, le même que dans l’adresse de la fiche'),
        page: textSchema('Adresse de la fiche'),
        funderName: textOrNull('Nom du financeur'),
        ...entry.properties,
      },
      required: ['id', 'page', 'funderName', ...(entry.required ?? [])],
    },
  });
}

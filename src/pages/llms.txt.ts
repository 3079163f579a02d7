import type { APIRoute } from 'astro';
import { entriesOf, entryNamed } from '#content/entries.ts';
import { entryPath, FIXED_PAGES } from '#content/routes.ts';
import { typeset } from '#domain/typography.ts';
import { llmsText, type Section } from '#feeds/llms.ts';
import { LICENCE } from '#feeds/open-data.ts';
import { site } from '#site.ts';

/** Pages to use and not to read: the CMS and the search. */
const UNREAD: readonly string[] = ['guide-de-redaction', 'recherche'];

/** What programs read, each with what it holds. */
const FILES: readonly (readonly [path: string, title: string, notes: string])[] = [
  ['/cantines.json', 'Les cantines (JSON)', 'adresse, horaires, contacts, état, avec la date de chaque fait'],
  ['/cantines.geojson', 'Les cantines (GeoJSON)', 'les mêmes, sur une carte'],
  ['/cantines.csv', 'Les cantines (CSV)', 'les mêmes, pour un tableur'],
  [
    '/acceslibre.csv',
    'L’accès aux cantines (CSV)',
    'de plain-pied, toilettes adaptées… selon le schéma national Acceslibre',
  ],
  ['/sessions.json', 'Les sessions (JSON Feed)', 'les rendez-vous à venir et ce qu’ils deviennent'],
  ['/financements.json', 'Les financements (JSON)', 'la veille : dates, conditions, montants, sources'],
  ['/chiffres.json', 'Les chiffres clés (JSON)', 'valeur, date et source de chacun'],
];

const FEEDS: readonly (readonly [path: string, title: string, notes: string])[] = [
  ['/plaidoyer.xml', 'Le plaidoyer (Atom)', 'les textes, à mesure qu’ils paraissent'],
  ['/sessions.xml', 'Les sessions (Atom)', 'ce qui est annoncé, reporté ou annulé'],
  ['/sessions.ics', 'Les sessions (agenda)', 'à suivre dans un agenda'],
  ['/financements.xml', 'La veille des financements (Atom)', 'ce qui ouvre, ferme ou change'],
  ['/financements.ics', 'La veille des financements (agenda)', 'dates limites et mois habituels'],
];

const links = (rows: typeof FILES) =>
  rows.map(([path, title, notes]) => ({ title, url: site.url + path, notes: typeset(notes) }));

/** The entries of a collection, by their pages. */
async function pagesOf(name: 'guides' | 'stories' | 'cantines') {
  const entries = (await entriesOf(name)).toSorted((one, other) => one.id.localeCompare(other.id));
  return entries.map(({ id, data: { title, summary } }) => ({
    title,
    url: site.url + entryPath(name, id),
    notes: summary,
  }));
}

async function fixedPages() {
  const pages = new Map((await entriesOf('pages')).map(({ id, data }) => [id, data]));
  return Object.entries(FIXED_PAGES).flatMap(([id, path]) => {
    const page = UNREAD.includes(id) ? undefined : pages.get(id);
    return page ? [{ title: page.title, url: site.url + path, notes: page.description }] : [];
  });
}

/** The site for language models: its pages, guides, feeds and open data, with absolute links. */
export const GET: APIRoute = async () => {
  const settings = (await entryNamed('settings', 'site'))?.data;
  const sections: Section[] = [
    { title: 'Pages', links: await fixedPages() },
    { title: 'Guides des cantines', links: await pagesOf('guides') },
    { title: 'Plaidoyer', links: await pagesOf('stories') },
    { title: 'Données ouvertes', links: links(FILES) },
    { title: 'Flux et agendas', links: links(FEEDS) },
    { title: 'Cantines', links: await pagesOf('cantines'), isOptional: true },
  ];
  const text = llmsText({
    title: settings?.title ?? 'Les Petites Cantines',
    summary: settings?.description ?? 'Des cantines de quartier où l’on cuisine et mange ensemble, à prix libre.',
    details: [
      typeset(
        'Chaque fait porte sa date et sa source : citez-les, et renvoyez à la fiche. Une case vide veut dire « non renseigné », jamais « non ». Avant d’envoyer quelqu’un à table, faites-lui confirmer les horaires auprès de la cantine.',
      ),
      typeset(`Les données sont sous ${LICENCE.name} (${LICENCE.url}) ; les textes appartiennent à qui les a écrits.`),
    ],
    sections,
  });
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};

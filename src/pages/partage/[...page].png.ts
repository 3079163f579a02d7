import type { APIRoute, GetStaticPaths } from 'astro';
import type { CollectionEntry } from 'astro:content';
import { entriesNamed, entriesOf } from '#content/entries.ts';
import { splitAmount } from '#domain/amounts.ts';
import { ofName } from '#domain/of-name.ts';
import { nappeOf, type Nappe } from '#domain/nappe.ts';
import { entryPath, hasOwnPages, cantineFundingPath } from '#content/routes.ts';
import { CHANGES } from '#funding/changes/log.ts';
import { digestTitle } from '#funding/digest/mail.ts';
import { digestPath, digests, DIGESTS } from '#funding/digest/digests.ts';
import { cantinesWithFeeds } from '#funding/feeds/feeds.ts';
import { OPEN_JOINT, TOGETHER } from '#funding/together/links.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import type { ShareImage } from '#build/share-images/draw.ts';
import { photoOf } from '#content/photo.ts';
import { drawAhead, shareImage } from '#build/share-images/kept.ts';
import { SCENE_OF_THEME, sceneOfPage } from '#build/share-images/scenes.ts';
import { shareImagePath } from '#build/share-images/path.ts';

type Props = ShareImage;

const names = (Object.keys(collections) as CollectionName[]).filter((name) => name === 'pages' || hasOwnPages(name));

/** The pages of the watch that no entry writes. */
async function watchPages() {
  const named = (path: string, title: string, nappe: Nappe) => ({
    params: { page: shareImagePath(path).replace(/^\/partage\/|\.png$/g, '') },
    props: { title, kicker: collections.opportunities.label, nappe } satisfies Props,
  });
  return [
    named('/financements/suivi/', 'Le tableau de suivi', nappeOf('/financements/suivi/')),
    named(CHANGES, 'Ce qui a changé dans la veille', nappeOf(CHANGES)),
    named(TOGETHER, 'Les réponses communes', nappeOf(TOGETHER)),
    named(OPEN_JOINT, 'Ouvrir une réponse commune', nappeOf(OPEN_JOINT)),
    named('/financements/profil/', 'Le profil de ma cantine', nappeOf('/financements/profil/')),
    named('/financements/reponses/', 'Des réponses pour vos dossiers', nappeOf('/financements/reponses/')),
    named(DIGESTS, 'La lettre de la veille, mois par mois', nappeOf(DIGESTS)),
    ...(await digests()).map(({ month }) => named(digestPath(month), digestTitle(month), nappeOf(digestPath(month)))),
    ...(await cantinesWithFeeds()).map(({ id, data }) =>
      named(cantineFundingPath(id), `La veille ${ofName(data.title)}`, nappeOf(id, data.nappe)),
    ),
  ];
}

/** What is drawn beside the title of a story or of a fixed page. */
async function drawnBeside(entry: CollectionEntry<CollectionName>): Promise<Pick<ShareImage, 'scene' | 'figure'>> {
  if (entry.collection === 'pages') return { scene: sceneOfPage(entry.id, entry.data.parts) };
  if (entry.collection !== 'stories') return {};
  const [quoted] = await entriesNamed('figures', entry.data.figures);
  return {
    scene: SCENE_OF_THEME[entry.data.theme],
    figure: quoted && { ...splitAmount(quoted.data), name: quoted.data.title },
  };
}

async function entryPage(name: CollectionName, entry: CollectionEntry<CollectionName>) {
  const { id, data } = entry;
  const path = entryPath(name, id);
  const chosen = 'nappe' in data ? data.nappe : {};
  return {
    params: { page: shareImagePath(path).replace(/^\/partage\/|\.png$/g, '') },
    props: {
      title: data.title,
      kicker: name === 'pages' ? 'Cuisiner et manger ensemble, à prix libre' : collections[name].label,
      nappe: nappeOf(name === 'cantines' ? id : path, chosen),
      photo: 'photo' in data && data.photo ? await photoOf(data.photo.image) : undefined,
      ...(await drawnBeside(entry)),
    } satisfies Props,
  };
}

export const getStaticPaths: GetStaticPaths = async () => {
  const pages = await Promise.all(
    names.map(async (name) => {
      const entries = await entriesOf(name);
      return Promise.all(entries.map((entry) => entryPage(name, entry)));
    }),
  );
  // Pages of one cloth in a row: it is laid once for all of them.
  const cloth = ({ props: { nappe } }: { props: Props }) => Object.values(nappe).join(' ');
  const all = [...pages.flat(), ...(await watchPages())].toSorted((one, other) =>
    cloth(one).localeCompare(cloth(other)),
  );
  if (import.meta.env.PROD) drawAhead(all.map(({ props }) => props));
  return all;
};

export const GET: APIRoute<Props> = ({ props }) => shareImage(props);

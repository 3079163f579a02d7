/** What one chooses in the snippet maker. */
interface Choice {
  /** `region=84`, `departement=69`, `commune=69123`, or nothing for the whole network. */
  territory: string;
  /** Names of questions of the finder. */
  questions: readonly string[];
  count: number | undefined;
  title: boolean;
}

/** How the embedded page tells its height to the page around it. */
export const HEIGHT_MESSAGE = 'petites-cantines:height';

const PATH = '/embed/cantines/';

/** The address of the embedded list, from the root of the site. */
export function embedPath({ territory, questions, count, title }: Choice): string {
  const query = [
    territory,
    questions.length > 0 ? `questions=${questions.join(',')}` : '',
    count === undefined ? '' : `n=${count}`,
    title ? '' : 'titre=non',
  ]
    .filter(Boolean)
    .join('&');
  return query ? `${PATH}?${query}` : PATH;
}

/** The HTML to paste in another site: the frame, and the lines that give it the height of its content. */
export function snippet(siteUrl: string, choice: Choice): string {
  const src = (siteUrl + embedPath(choice)).replaceAll('&', '&amp;');
  return `<iframe src="${src}" title="Les Petites Cantines" loading="lazy" height="600" style="width: 100%; border: 0"></iframe>
<script>
  addEventListener('message', ({ source, data }) => {
    for (const frame of document.querySelectorAll('iframe[src^="${siteUrl}/embed/"]'))
      if (source === frame.contentWindow && data?.type === '${HEIGHT_MESSAGE}') frame.style.height = Number(data.height) + 'px';
  });
</script>`;
}

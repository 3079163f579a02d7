import { groupBy } from '#domain/group-by.ts';
import { count, formatNumber } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { REFUSALS } from './choose.ts';
import type { ImportReport } from './run.ts';
import type { LeftAid } from './sort.ts';

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [`── ${title} : ${lines.length} ──`, ...lines].join('\n');

const named = (slug: string) => `content/opportunities/${slug}.md`;

const sayReasons = (reasons: readonly string[]): string[] =>
  reasons.length === 0 ? [] : [`  proposée pour : ${reasons.join(' ; ')}`];

/**
 * What an import did, or would do, as it is read on a terminal.
 * @param whole names every aid that was left, and why
 */
export function importSummary(report: ImportReport, whole = false): string {
  const { read, refusals, faults, funders, plan, trial } = report;
  const { created, updated, kept, duplicates, removed, gone, unchanged } = plan;
  const left = [...refusals].map(([reason, number]) => `${formatNumber(number)} ${REFUSALS[reason]}`).join(', ');
  return typeset(
    [
      `${read === 0 ? 'Aucune aide lue' : count(read, 'aide lue', 'aides lues')}${left === '' ? '' : ` ; laissées de côté : ${left}`}.`,
      section(
        'Nouvelles, en brouillon',
        created.map(({ slug, reasons = [] }) => [named(slug), ...sayReasons(reasons)].join('\n')),
      ),
      section(
        'Mises à jour, là où personne n’avait écrit',
        updated.map(({ slug, names }) => `${named(slug)} (${names.join(', ')})`),
      ),
      section(
        'Changées là-bas, gardées comme vous les avez écrites : à relire',
        kept.map(({ slug, names }) => `${named(slug)} (${names.join(', ')})`),
      ),
      section(
        'Déjà dans la veille',
        duplicates.map(({ title, slug }) => `« ${title} » → ${named(slug)}`),
      ),
      section(
        'Retirées par vous : elles ne reviennent pas',
        removed.map(
          ({ id, slug }) => `${named(slug)} (pour la reprendre, ôtez « ${id} » de imports/aides-territoires.json)`,
        ),
      ),
      section(
        'Plus en ligne là-bas : à clore ou à vérifier, rien n’est effacé',
        gone.map(({ slug }) => named(slug)),
      ),
      section('Nouveaux financeurs, en brouillon', funders),
      section('Impossibles à lire ou à écrire', faults),
      ...leftSections(report, whole),
      unchanged > 0 ? `Sans changement : ${unchanged}.` : '',
      trial
        ? 'À blanc : rien n’a été écrit.'
        : created.length > 0
          ? 'Relisez les brouillons dans la rédaction, puis décochez « Brouillon » pour les publier.'
          : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
}

/** How many examples tell what a group of aids is. */
const EXAMPLES = 3;

/** What was left: trade after trade, with examples, or aid after aid. */
function leftSections({ left }: ImportReport, whole: boolean): string[] {
  if (whole) return [section('Laissées de côté', left.map(whyLeft))];
  const far = left.filter(({ refusal }) => refusal === 'far');
  if (far.length === 0) return [];
  const groups = [...groupBy(far, ({ trade }) => trade ?? 'autre chose')].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const lines = groups.map(([trade, aids]) => {
    const examples = aids.slice(0, EXAMPLES).map(({ name, reasons }) => `« ${name} » (${reasons[0] ?? ''})`);
    return `${trade} : ${formatNumber(aids.length)}, dont ${examples.join(', ')}`;
  });
  return [
    `── Laissées, loin de ce que fait une cantine : ${far.length} ──\n${lines.join('\n')}\nAvec --pourquoi, toutes sont nommées.`,
  ];
}

const whyLeft = ({ name, refusal, trade, reasons }: LeftAid): string =>
  `« ${name} » : ${trade ?? REFUSALS[refusal]}${reasons.length > 0 ? ` (${reasons.join(' ; ')})` : ''}`;

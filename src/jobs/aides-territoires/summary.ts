import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { REFUSALS } from './choose.ts';
import type { ImportReport } from './run.ts';

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [`── ${title} : ${lines.length} ──`, ...lines].join('\n');

const named = (slug: string) => `content/opportunities/${slug}.md`;

/** What an import did, or would do, as it is read on a terminal. */
export function importSummary({ read, refusals, faults, funders, plan, trial }: ImportReport): string {
  const { created, updated, kept, duplicates, removed, gone, unchanged } = plan;
  const left = [...refusals].map(([reason, number]) => `${number} ${REFUSALS[reason]}`).join(', ');
  return typeset(
    [
      `${read === 0 ? 'Aucune aide lue' : count(read, 'aide lue', 'aides lues')}${left === '' ? '' : ` ; laissées de côté : ${left}`}.`,
      section(
        'Nouvelles, en brouillon',
        created.map(({ slug }) => named(slug)),
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
      section('Laissées de côté, impossibles à lire ou à écrire', faults),
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

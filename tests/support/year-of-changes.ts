import { entryOf, type Data } from './entries.ts';

/** What an editor does to an opportunity in the daytime; the night after is the first to know. */
export interface YearChange {
  on: string;
  slug: string;
  what: string;
  /** The front matter after, by that of the day and that of the first day; undefined: no file. */
  edit: (entry: Data | undefined, first: Data | undefined) => Data | undefined;
  /** What is to be told of it; a correction tells nothing, a habit waits for its months. */
  tells: 'new' | 'dated' | 'opened' | 'moved' | 'undated' | 'withdrawn' | 'back' | 'habit' | 'nothing';
  /** `night`: at once; `digest`: with the next letter; `along`: with a letter that leaves for something else. */
  by: 'night' | 'digest' | 'along';
  /** The slug that it takes, its old address leading there. */
  becomes?: string;
}

type Edit = YearChange['edit'];

/** The year that is simulated: from a Monday to a Sunday. */
export const YEAR = { from: '2026-11-23', to: '2027-11-21' } as const;

const windowsOf = (entry: Data | undefined): Data[] => (entry?.['windows'] as Data[] | undefined) ?? [];
/** YAML reads a day as a moment. */
const dayOf = (value: unknown): unknown => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
const set =
  (changes: Data): Edit =>
  (entry) => ({ ...entry, ...changes });
const announce =
  (opensOn: string, closesOn: string): Edit =>
  (entry) => ({ ...entry, windows: [...windowsOf(entry), { opensOn, closesOn }] });
const move =
  (which: 'opensOn' | 'closesOn', from: string, to: string): Edit =>
  (entry) => ({
    ...entry,
    windows: windowsOf(entry).map((window) => (dayOf(window[which]) === from ? { ...window, [which]: to } : window)),
  });
const create =
  (changes: Data): Edit =>
  () =>
    entryOf('opportunities', { audience: ['cantine-ouverte', 'cantine-en-montage', 'reseau'], ...changes });
const remove: Edit = () => undefined;

/** As it was at the start of the year. */
const restore: Edit = (_, first) => first;

const CLOSES = { later: 'clôture repoussée', earlier: 'clôture avancée' } as const;

/** Forty changes, on calls of the frozen network and three that come during the year. */
const NIGHT = { by: 'night' } as const;

const change = (
  on: string,
  slug: string,
  what: string,
  edit: Edit,
  tells: YearChange['tells'],
  more: Partial<Pick<YearChange, 'by' | 'becomes'>> = {},
): YearChange => ({ on, slug, what, edit, tells, by: 'digest', ...more });

export const YEAR_OF_CHANGES: readonly YearChange[] = [
  change('2026-11-25', 'dons-solidaires', 'dates annoncées', announce('2027-01-20', '2027-03-31'), 'dated'),
  change('2026-11-27', 'fondation-macif', 'titre corrigé', set({ title: 'Fondation Macif, ses appels' }), 'nothing'),
  change('2026-12-02', 'cdv-lyon', 'dates annoncées', announce('2027-02-05', '2027-04-20'), 'dated'),
  change('2026-12-03', 'prix-eig-2026', 'dates annoncées', announce('2027-02-10', '2027-05-14'), 'dated'),
  change('2026-12-09', 'lfse-2026', 'dates annoncées', announce('2027-02-15', '2027-04-29'), 'dated'),
  change('2026-12-10', 'cera', 'texte corrigé', set({ summary: 'Un résumé mieux écrit.' }), 'nothing'),
  change('2026-12-15', 'fondation-macif', 'ouvert depuis la veille', announce('2026-12-14', '2027-02-26'), 'opened'),
  change(
    '2026-12-17',
    'appel-quartiers',
    'nouvelle fiche',
    create({ title: 'Appel des quartiers', windows: [{ opensOn: '2027-02-01', closesOn: '2027-05-31' }] }),
    'new',
  ),
  change('2026-12-21', 'mmpt-bfc', 'dates annoncées, ailleurs', announce('2027-03-01', '2027-06-15'), 'dated'),
  change(
    '2027-01-05',
    'lyon-alimentation-durable',
    'mois habituels',
    set({ usualMonths: { opens: ['3'], closes: ['5'] } }),
    'habit',
  ),
  change('2027-01-07', 'snanc-pna-2025-2026', 'dates annoncées', announce('2027-02-20', '2027-04-30'), 'dated'),
  change('2027-01-12', 'dons-solidaires', CLOSES.earlier, move('closesOn', '2027-03-31', '2027-03-20'), 'moved', NIGHT),
  change('2027-01-14', 'leader-vercors', 'dates annoncées', announce('2027-03-15', '2027-06-30'), 'dated'),
  change('2027-01-26', 'appel-quartiers', CLOSES.later, move('closesOn', '2027-05-31', '2027-06-30'), 'moved'),
  change('2027-02-08', 'fondation-macif', CLOSES.later, move('closesOn', '2027-02-26', '2027-03-12'), 'moved'),
  change(
    '2027-02-09',
    'prix-voisins',
    'nouvelle fiche qui clôt bientôt',
    create({ title: 'Prix des voisins', windows: [{ closesOn: '2027-02-24' }] }),
    'new',
    NIGHT,
  ),
  change('2027-02-16', 'cera', 'mois habituels', set({ usualMonths: { opens: ['4'], closes: ['6'] } }), 'habit'),
  change('2027-02-18', 'cdv-lyon', 'titre corrigé', set({ title: 'Contrat de ville de Lyon' }), 'nothing'),
  change('2027-02-23', 'prix-eig-2026', CLOSES.earlier, move('closesOn', '2027-05-14', '2027-04-30'), 'moved', NIGHT),
  change('2027-03-02', 'lfse-2026', CLOSES.later, move('closesOn', '2027-04-29', '2027-05-10'), 'moved'),
  change('2027-03-09', 'leader-vercors', 'brouillon', set({ draft: true }), 'withdrawn'),
  change('2027-03-15', 'dons-solidaires', CLOSES.later, move('closesOn', '2027-03-20', '2027-04-02'), 'moved'),
  change('2027-03-23', 'appel-quartiers', 'texte corrigé', set({ summary: 'Un résumé mieux écrit.' }), 'nothing'),
  change('2027-04-06', 'leader-vercors', 'publié à nouveau', set({ draft: false }), 'back'),
  change(
    '2027-04-08',
    'snanc-pna-2025-2026',
    CLOSES.earlier,
    move('closesOn', '2027-04-30', '2027-04-23'),
    'moved',
    NIGHT,
  ),
  change('2027-04-13', 'cdv-lyon', CLOSES.later, move('closesOn', '2027-04-20', '2027-05-05'), 'moved'),
  change('2027-05-04', 'appel-quartiers', 'dates retirées', set({ windows: [] }), 'undated'),
  change(
    '2027-05-11',
    'exemple-repondre-ensemble',
    'ouverture avancée',
    move('opensOn', '2027-10-15', '2027-09-20'),
    'moved',
  ),
  change('2027-05-18', 'prix-voisins', 'retiré, longtemps après', remove, 'withdrawn', { by: 'along' }),
  change('2027-06-03', 'service-civique', 'retiré', remove, 'withdrawn'),
  change('2027-06-15', 'fdva2-rhone', 'dates annoncées', announce('2027-08-20', '2027-11-15'), 'dated'),
  change(
    '2027-06-22',
    'appel-quartiers',
    'dates redonnées',
    set({ windows: [{ opensOn: '2027-08-15', closesOn: '2027-10-15' }] }),
    'dated',
  ),
  change('2027-07-06', 'service-civique', 'remis', restore, 'back'),
  change('2027-07-13', 'cera', 'ouvert depuis la veille', announce('2027-07-12', '2027-09-30'), 'opened'),
  change(
    '2027-07-20',
    'coup-de-pouce',
    'nouvelle fiche',
    create({ title: 'Coup de pouce', rhythm: 'permanent' }),
    'new',
  ),
  change('2027-08-24', 'lyon-alimentation-durable', 'toute l’année', set({ rhythm: 'permanent' }), 'opened'),
  change('2027-09-07', 'appel-quartiers', 'adresse changée', (entry) => entry, 'nothing', {
    becomes: 'appel-des-quartiers',
  }),
  change('2027-09-14', 'fdva2-rhone', CLOSES.earlier, move('closesOn', '2027-11-15', '2027-10-20'), 'moved', NIGHT),
  change(
    '2027-09-28',
    'exemple-repondre-ensemble',
    CLOSES.earlier,
    move('closesOn', '2027-12-17', '2027-12-03'),
    'moved',
    NIGHT,
  ),
  change('2027-10-05', 'coup-de-pouce', 'titre corrigé', set({ title: 'Un coup de pouce' }), 'nothing'),
];

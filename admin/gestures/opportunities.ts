import { formatPeriod } from '#domain/date-words.ts';
import { listIn, Mistake, type Gesture } from './gesture.ts';
import { DATE_FELL_NAME } from './names.ts';

const isSource = (value: unknown): value is { url: string } =>
  typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string';

const isWindow = (value: unknown): value is { opensOn?: unknown; closesOn?: unknown } =>
  typeof value === 'object' && value !== null;

/** The funder published the dates: they are written down with where they were read. */
export const DATE_FELL: Gesture = {
  ...DATE_FELL_NAME,
  collection: 'opportunities',
  fits: () => true,
  asks: ({ officialUrl }) => [
    {
      name: 'opensOn',
      label: 'Ouvre le',
      kind: 'date',
      value: '',
      required: false,
      hint: 'Vide si c’est déjà ouvert.',
    },
    { name: 'closesOn', label: 'Clôt le', kind: 'date', value: '', required: true },
    {
      name: 'url',
      label: 'Page où la date est écrite',
      kind: 'url',
      value: typeof officialUrl === 'string' ? officialUrl : '',
      required: true,
    },
  ],
  made: (answers, { opensOn = '', closesOn = '', url = '' }, today) => {
    if (opensOn !== '' && closesOn < opensOn)
      throw new Mistake('La clôture vient avant l’ouverture : échangez les deux dates.');
    const windows = listIn(answers, 'windows');
    if (windows.some((each) => isWindow(each) && each.closesOn === closesOn))
      throw new Mistake('Cette date de clôture est déjà dans la fiche.');
    const sources = listIn(answers, 'sources');
    const known = sources.find((source) => isSource(source) && source.url === url);
    return {
      ...answers,
      windows: [...windows, { ...(opensOn !== '' && { opensOn }), closesOn }],
      sources: known
        ? sources.map((source) => (source === known ? { ...known, readOn: today } : source))
        : [...sources, { url, readOn: today }],
    };
  },
  told: ({ opensOn, closesOn }) =>
    opensOn === '' ? `dépôt ${formatPeriod(undefined, closesOn)}` : `dépôt ${formatPeriod(opensOn, closesOn)}`,
};

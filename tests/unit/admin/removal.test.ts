import { describe, expect, test } from 'vitest';
import { toMdastInBrowser } from '#admin/check/mdast.ts';
import { redirecting } from '#admin/removal/redirect.ts';
import { replacing } from '#admin/removal/replace.ts';
import { uploadsInUse } from '#admin/removal/uploads.ts';

const METZ = { collection: 'cantines', from: 'metz', to: 'lyon-vaise' } as const;
const inStory = (answers: object, replacement: Parameters<typeof replacing>[1] = METZ) =>
  replacing({ collection: 'stories', answers: { ...answers } }, replacement, toMdastInBrowser);

describe('another entry in the place of one', () => {
  test('in references, each once', () => {
    expect(inStory({ cantines: ['metz', 'lyon-vaise', 'roanne'] })).toEqual({ cantines: ['lyon-vaise', 'roanne'] });
    const session = { cantine: 'metz', cohort: 'metz' };
    expect(replacing({ collection: 'sessions', answers: session }, METZ, toMdastInBrowser)).toEqual({
      cantine: 'lyon-vaise',
      cohort: 'metz',
    });
  });

  test('in the links of a text, of which nothing else changes', () => {
    const body =
      '# À /cantines/metz/\n\n[/cantines/metz/](/cantines/metz/ "vers /cantines/metz/"), [*là*](/cantines/metz/?q=é#h)\net [ici][a], pas [là-bas](https://exemple.org/cantines/metz/).\n\n[a]: /cantines/metz/affiche/';
    expect(inStory({ body }).body).toBe(
      '# À /cantines/metz/\n\n[/cantines/metz/](/cantines/lyon-vaise/ "vers /cantines/metz/"), [*là*](/cantines/lyon-vaise/?q=é#h)\net [ici][a], pas [là-bas](https://exemple.org/cantines/metz/).\n\n[a]: /cantines/lyon-vaise/affiche/',
    );
  });

  test('in a text of a field, and in a field that is a link', () => {
    const recap = { recap: 'Voir [Metz](/cantines/metz/).' };
    expect(replacing({ collection: 'sessions', answers: recap }, METZ, toMdastInBrowser)).toEqual({
      recap: 'Voir [Metz](/cantines/lyon-vaise/).',
    });
    const menu = { redirects: [{ from: '/vaise/', to: '/cantines/metz/' }] };
    expect(replacing({ collection: 'settings', answers: menu }, METZ, toMdastInBrowser)).toEqual({
      redirects: [{ from: '/vaise/', to: '/cantines/lyon-vaise/' }],
    });
  });
});

test('what stands in a list is replaced where a link leads to its place', () => {
  const seuil = { collection: 'figures', from: 'seuil', to: 'plafond' } as const;
  const body = '[1 €](/chiffres/#seuil), [page](/chiffres/), [autre](/chiffres/#seuil-2).';
  expect(inStory({ body }, seuil).body).toBe(
    '[1 €](/chiffres/#plafond), [page](/chiffres/), [autre](/chiffres/#seuil-2).',
  );
});

describe('an old address', () => {
  test('is added, and those that led to it lead where it leads', () => {
    const settings = { title: 'Site', redirects: [{ from: '/a/', to: '/cantines/metz/#horaires' }] };
    expect(redirecting(settings, '/cantines/metz/', '/cantines/')).toEqual({
      title: 'Site',
      redirects: [
        { from: '/a/', to: '/cantines/' },
        { from: '/cantines/metz/', to: '/cantines/' },
      ],
    });
  });

  test('is said once, and a page that is there again is no old address', () => {
    const settings = {
      redirects: [
        { from: '/cantines/metz/', to: '/' },
        { from: '/cantines/nancy/', to: '/cantines/' },
      ],
    };
    expect(redirecting(settings, '/cantines/metz/', '/cantines/nancy/').redirects).toEqual([
      { from: '/cantines/metz/', to: '/cantines/nancy/' },
    ]);
  });
});

test('an upload that an entry shows stays, and says where', () => {
  const entry = { title: 'Metz', shown: 'shown', cites: ['/uploads/table.jpg'] } as const;
  const index = { cantines: { metz: entry } };
  expect(uploadsInUse(index, ['public/uploads/table.jpg'])).toContain('ce fichier sert dans « Metz »');
  expect(uploadsInUse(index, ['public/uploads/autre.jpg'])).toBeUndefined();
  expect(uploadsInUse(index, ['content/cantines/metz.md'])).toBeUndefined();
});

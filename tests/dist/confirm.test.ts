/** The page where those who know a cantine say what holds: made from its schema, whole. */
import { expect, test } from 'vitest';
import { askedOf } from '#cantines/confirm/asked.ts';
import { partsOf } from '#proposals/questions.ts';

import { attr, readPages } from '../support/dist.ts';
import { networkEntries } from '../support/network.ts';

const pages = new Map(readPages().map((page) => [page.path, page]));

test.each(networkEntries('cantines').map(({ id, data }) => [id, data] as const))(
  '%s: each question of the schema is on its page, with an input for each part of it',
  (id, cantine) => {
    const elements = pages.get(`/cantines/${id}/confirmer/`)?.elements ?? [];
    const values = (name: string) => elements.flatMap((element) => attr(element, name) ?? []);
    const questions = askedOf(cantine);
    expect(values('data-question')).toEqual(questions.map(({ path }) => path));
    expect(values('data-was').filter((was) => /^[0-9a-z]{6,}$/.test(was)).length).toBeGreaterThanOrEqual(
      questions.filter(({ known }) => known.length > 0).length,
    );
    const inputs = new Set(elements.flatMap((element) => attr(element, 'id') ?? []));
    const parts = questions
      .filter(({ meta }) => meta.kind !== 'choice' || meta.multiple)
      .flatMap((question) => partsOf(question).map(({ path }) => path));
    const holders = values('data-part');
    for (const path of parts) expect(holders).toContain(path.split('.').at(-1));
    expect(inputs.size).toBeGreaterThan(questions.length);
  },
);

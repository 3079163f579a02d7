import { describe, expect, test } from 'vitest';
import { noAnswers, withAnswer, withBlanksFilled } from '#forms/answers.ts';
import { formProblems } from '#forms/check.ts';
import { saidBy } from '#forms/said-by.ts';
import { hotlineOf } from '#guides/question.ts';

const spec = hotlineOf({ cantines: { metz: 'Metz' }, topics: { bilans: 'Rédiger un bilan' } });

describe('a question to the network', () => {
  test('asks for what an answer needs', () => {
    expect(formProblems(spec, noAnswers(spec)).map(({ id }) => id)).toEqual([
      'question-question',
      'question-sujet',
      'question-cantine',
      'question-email',
    ]);
  });

  test('takes one of the cantines, or none of them', () => {
    const whole = withBlanksFilled(noAnswers(spec), {
      question: 'Quand ?',
      sujet: 'bilans',
      cantine: 'metz',
      email: 'metz@exemple.org',
    });
    const at = (cantine: string) => formProblems(spec, withAnswer(whole, { name: 'cantine' }, cantine));
    expect(at('metz')).toEqual([]);
    expect(at('autre')).toEqual([]);
    expect(at('ailleurs').map(({ message }) => message)).toEqual(['Choisissez une des réponses proposées.']);
  });

  test('is begun by a link, with what the form can hold', () => {
    const params = new URLSearchParams('question=Un reçu ?&sujet=bilans&cantine=ailleurs&inconnu=x&appel= ');
    expect(saidBy(spec, params)).toEqual({ question: 'Un reçu ?', sujet: 'bilans' });
  });

  test('a link never replaces what was typed', () => {
    const typed = withAnswer(noAnswers(spec), { name: 'question' }, 'La mienne');
    expect(withBlanksFilled(typed, { question: 'Une autre', sujet: 'bilans' }).texts).toMatchObject({
      question: 'La mienne',
      sujet: 'bilans',
    });
    expect(withBlanksFilled(typed, { question: 'Une autre' })).toBe(typed);
  });
});

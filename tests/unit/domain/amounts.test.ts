import { describe, expect, test } from 'vitest';
import { sayAmount, splitAmount } from '#domain/amounts.ts';
import { formatNumber } from '#domain/numbers.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('an amount in words and what it counts', () => {
  test.each([
    ['une quinzaine', 'projets accompagnés', 'une quinzaine de projets accompagnés'],
    ['une vingtaine', 'administrateurs', 'une vingtaine d’administrateurs'],
    ['une vingtaine', 'volontaires en service civique', 'une vingtaine de volontaires en service civique'],
    ['une dizaine', 'habitants', 'une dizaine d’habitants'],
    ['une dizaine', 'haricots', 'une dizaine de haricots'],
    ['une centaine', 'yaourts', 'une centaine de yaourts'],
    ['deux douzaines', 'œufs', 'deux douzaines d’œufs'],
    ['un millier', 'heures', 'un millier d’heures'],
    ['1,5 million', 'euros', '1,5 million d’euros'],
    ['un demi-million', 'repas', 'un demi-million de repas'],
    ['une demi-douzaine', 'œufs', 'une demi-douzaine d’œufs'],
    ['un million et demi', 'repas', 'un million et demi de repas'],
    ['une vingtaine', 'hausses', 'une vingtaine de hausses'],
    ['une vingtaine', 'habitudes', 'une vingtaine d’habitudes'],
    ['une vingtaine', 'handicaps', 'une vingtaine de handicaps'],
    ['une vingtaine', 'huitres', 'une vingtaine d’huitres'],
    ['une vingtaine', 'houmous', 'une vingtaine de houmous'],
    ['une vingtaine', 'heures', 'une vingtaine d’heures'],
    ['une vingtaine', 'heurts', 'une vingtaine de heurts'],
    ['une vingtaine', 'histoires', 'une vingtaine d’histoires'],
    ['un quart', 'budget', 'un quart du budget'],
    ['la moitié', 'notre budget', 'la moitié de notre budget'],
    ['un tiers', 'loyer', 'un tiers du loyer'],
    ['la moitié', 'temps de travail', 'la moitié du temps de travail'],
    ['un tiers', 'subvention', 'un tiers de la subvention'],
    ['un tiers', 'équipe', 'un tiers de l’équipe'],
    ['un quart', 'heure', 'un quart d’heure'],
    ['les trois-quarts', 'convives', 'les trois-quarts des convives'],
    ['un tiers', 'service', 'un tiers de service'],
    ['une trentaine', 'd’équipes', 'une trentaine d’équipes'],
    ['deux tiers', 'des Français', 'deux tiers des Français'],
    ['deux tiers', 'convives', 'deux tiers des convives'],
    ['la moitié', 'le budget', 'la moitié du budget'],
    ['un quart', 'l’équipe', 'un quart de l’équipe'],
    ['un tiers', 'la recette', 'un tiers de la recette'],
    ['la moitié', 'les repas', 'la moitié des repas'],
    ['30 à 40', 'convives', '30 à 40 convives'],
    ['60 à 80 %', 'des charges', '60 à 80 % des charges'],
    ['10 à 15 €', 'par repas', '10 à 15 € par repas'],
    ['vingt', 'cantines', 'vingt cantines'],
  ])('%s, %s', (display, unit, said) => {
    expect(sayAmount({ value: 1, display, unit })).toBe(said);
  });
});

describe('a number and what it counts', () => {
  test.each([
    [18, 'cantines', '18 cantines'],
    [110_000, '€ à réunir pour ouvrir à Roanne', '110 000 € à réunir pour ouvrir à Roanne'],
    [97.5, '% des convives', '97,5 % des convives'],
    [80_011, '€', '80 011 €'],
  ])('%s %s', (value, unit, said) => {
    expect(plain(sayAmount({ value, unit }))).toBe(said);
  });

  test('keeps its sign beside it on a card, and its unit apart', () => {
    expect(splitAmount({ value: 60, unit: '% du don' })).toEqual({ amount: '60\u00a0%', unit: 'du don' });
    expect(splitAmount({ value: 19_000, unit: 'convives par an' })).toEqual({
      amount: formatNumber(19_000),
      unit: 'convives par an',
    });
  });
});

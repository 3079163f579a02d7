import { subject, type Subject } from './subject.ts';

/** What a cantine does, and what it is. */
export const NEAR: readonly Subject[] = [
  subject('alimentation', {
    categories: 'alimentation, consommation alimentaire, précarité et aide alimentaire',
    weak: 'économie locale et circuits courts',
    programmes: `
      programme national pour l’alimentation, programme national de l’alimentation,
      programme national nutrition santé, mieux manger pour tous, plan alimentaire, projet alimentaire,
      quartiers fertiles`,
    words: `
      alimentation, alimentaire, nourriture, nourrir, nourricier, manger, mangeons, assiette, repas,
      cuisine, cuisinons, cantine, restaurant, traiteur, épicerie, banquet, recettes,
      restauration solidaire, restauration partagée, table., tables., tablée, café, buvette, gaspillage,
      nutrition, dénutrition, goût, glanage, invendus, denrées, don alimentaire`,
  }),
  subject('lien social', {
    isContext: true,
    categories: 'cohésion sociale',
    programmes: 'monalisa, pacte local des solidarités, pacte des solidarités',
    words: `
      lien social, liens, solitude, isolement, isolé, voisin, convivial, vivre ensemble, rencontre,
      intergénération, entre générations, générations, entraide, vie sociale, habitants, solidaire,
      solidarité, solidarités nouvelles, inclusif, cohésion, bien vivre, fraternité`,
  }),
  subject('personnes âgées', {
    categories: 'personnes âgées',
    programmes: 'conférence des financeurs, monalisa',
    words: 'aînés, seniors, retraités, vieillir, vieillissement, perte d’autonomie, personnes âgées',
  }),
  subject('précarité', {
    categories: 'lutte contre la précarité',
    words: 'précarité, précaires, pauvreté, démunis, fragiles, vulnérables, exclusion, modestes',
  }),
  subject('vie associative', {
    isContext: true,
    categories: 'citoyenneté',
    weak: 'animation et mise en réseau, appui méthodologique',
    programmes: `
      fdva, développement de la vie associative, guid asso, fonjep, service civique, budget participatif`,
    words: `
      vie associative, bénévol, volontaire, volontariat, engagement, projets associatifs, associatif,
      aux associations, des associations, initiatives locales, initiatives citoyennes,
      initiative citoyenne, projets citoyens, budget participatif, subvention annuelle, animation locale`,
  }),
  subject('quartiers', {
    isContext: true,
    programmes: 'contrat de ville, politique de la ville, quartiers 2030, quartiers d’été, adultes-relais',
    words: 'quartier, contrat de ville, politique de la ville, rez-de-chaussée',
  }),
  subject('économie sociale et solidaire', {
    categories: 'économie sociale',
    programmes: 'dispositif local d’accompagnement, ptce, la france s’engage, france active',
    words: `
      ess., économie sociale, économie solidaire, innovation sociale, innovations sociales, dla.,
      entreprise solidaire, entreprises solidaires, utilité sociale, coopération économique, ptce`,
  }),
  subject('tiers-lieu', {
    categories: 'tiers-lieu',
    programmes: 'tiers-lieu, nouveaux lieux nouveaux liens',
    words: 'tiers-lieu, lieux de vie, lieu de vie, lieux hybrides, lieux de convivialité',
  }),
  subject('emploi associatif', {
    isContext: true,
    weak: 'emploi',
    programmes: 'parcours emploi compétences, adultes-relais, fonjep, zéro chômeur, emploi accompagné',
    words: `
      emploi associatif, emplois associatifs, emploi compétences, recruter, embauche, poste., postes.,
      apprentissage.`,
  }),
  subject('lieu et équipement', {
    weak: 'accessibilité',
    words: `
      locaux associatifs, lieux associatifs, local associatif, local vacant, rez-de-chaussée vacant,
      établissement recevant du public, établissements recevant du public, équipement des associations`,
  }),
  subject('santé de tous', {
    weak: 'santé',
    programmes: 'contrat local de santé, programme national nutrition santé',
    words: 'promotion de la santé, bien vieillir, action sanitaire et sociale',
  }),
  subject('ruralité', {
    isContext: true,
    weak: 'revitalisation, accès aux services',
    programmes: 'leader',
    words: 'leader., commerce rural, dernier commerce, multiservice, cœur de bourg, ruralité',
  }),
];

import { fold } from '#domain/fold.ts';

/**
 * Words that visitors use for one another, a group on each line: whoever types one looks for pages that say another.
 * One form of each word is enough, the index knows its inflections.
 */
const GROUPS = `
  réserver réservation inscrire inscription
  coûte coût prix tarif payer payant cher gratuit
  horaires heure
  végétarien végétal végane vegan
  enfants familles
  fauteuil handicap pmr plain-pied
  bénévole bénévolat
  pauvre précaire démuni
  mécène mécénat donateur partenaire
  subvention financement
  factures justificatifs papiers comptables
  matériel équipement
  légumes agricoles
  agriculteurs agricoles producteurs
  emprunt prêt
  impôts fiscal
  agenda calendrier session rendez-vous
  restaurateurs restauration
  cookie confidentialité rgpd traceurs
  csv tableur
  chiffres nombre statistiques
  ouvrir monter créer lancer
  télécharger données
  récit journée
  mensuelle mois
  hotline question
  élus maire mairie collectivité plaidoyer
  journaliste presse
  dons donner soutenir
  statuts gouvernance
  cheap price
`;

const related = new Map<string, string[]>();
for (const line of GROUPS.trim().split('\n')) {
  const group = line.trim().split(' ');
  for (const word of group) {
    const others = group.filter((other) => other !== word);
    related.set(fold(word), [...(related.get(fold(word)) ?? []), ...others]);
  }
}

/** The words that may stand for this one on a page; none for most. */
export function meaningsOf(word: string): readonly string[] {
  const key = fold(word);
  return related.get(key) ?? related.get(key.replace(/[sx]$/, '')) ?? related.get(`${key}s`) ?? [];
}

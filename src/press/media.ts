/** The media whose articles this site cites, by the name of their site, without `www.`, `m.` or the like. */
const MEDIA: Readonly<Record<string, string>> = {
  '20minutes.fr': '20 Minutes',
  'actualitte.com': 'ActuaLitté',
  'airzen.fr': 'AirZen',
  'alalyonnaise.fr': 'À la lyonnaise',
  'alouette.fr': 'Alouette',
  'aucoeurduchr.fr': 'Au cœur du CHR',
  'bougerabordeaux.com': 'Bouger à Bordeaux',
  'chiche.makesense.org': 'Chiche !',
  'collectif-gerda.fr': 'Collectif Gerda',
  'decollages.makesense.org': 'Décollages',
  'demainsupermarche.org': 'Demain supermarché',
  'dna.fr': 'DNA',
  'entrepreneursdavenir.com': 'Entrepreneurs d’avenir',
  'euradio.fr': 'euradio',
  'europesays.com': 'EuropeSays',
  'eurotoday.net': 'EuroToday',
  'foodbiome.fr': 'Foodbiome',
  'france3-regions.francetvinfo.fr': 'France 3',
  'francebleu.fr': 'France Bleu',
  'franceinter.fr': 'France Inter',
  'francetvinfo.fr': 'franceinfo',
  'gazettemoselle.fr': 'Gazette Moselle',
  'labouscule.com': 'La Bouscule',
  'laruchequiditoui.fr': 'La Ruche qui dit Oui !',
  'le-tout-lyon.fr': 'Le Tout Lyon',
  'lechef.com': 'Le Chef',
  'lecumedunjour.fr': 'L’Écume d’un jour',
  'lejournaldesentreprises.com': 'Le Journal des entreprises',
  'lessorsavoyard.fr': 'L’Essor savoyard',
  'lexpress-franchise.com': 'L’Express Franchise',
  'lhotellerie-restauration.fr': 'L’Hôtellerie Restauration',
  'lyoncapitale.fr': 'Lyon Capitale',
  'lyondecideurs.com': 'Lyon Décideurs',
  'lyondemain.fr': 'Lyon Demain',
  'lyon-entreprises.com': 'Lyon Entreprises',
  'lyonpresquile.com': 'Lyon Presqu’île',
  'macon-infos.com': 'Mâcon Infos',
  'macon.magville.fr': 'Magville Mâcon',
  'madeinmarseille.net': 'Made in Marseille',
  'marcelle.media': 'Marcelle',
  'maville.com': 'maville',
  'mediatico.fr': 'Mediatico',
  'millenaire3.com': 'Millénaire 3',
  'mod-emplois.fr': 'Mod’Emplois',
  'oyez-media-grenoble.fr': 'Oyez Média Grenoble',
  'petit-bulletin.fr': 'Le Petit Bulletin',
  'peuple-libre.fr': 'Peuple libre',
  'placegrenet.fr': 'Place Gre’net',
  'pokaa.fr': 'Pokaa',
  'pressreader.com': 'La Tribune de Lyon',
  'rcf.fr': 'RCF',
  'restauration21.fr': 'Restauration21',
  'resto.zepros.fr': 'Zepros Resto',
  'rue89bordeaux.com': 'Rue89 Bordeaux',
  'region-aura.latribune.fr': 'La Tribune Auvergne-Rhône-Alpes',
  'solidarum.org': 'Solidarum',
  'tout-metz.com': 'Tout-Metz',
  'unidivers.fr': 'Unidivers',
  'up-inspirer.fr': 'UP’ Inspirer',
};

/** The medium whose site an address is on; undefined when it is none. */
export function mediumOf(url: string): string | undefined {
  const labels = new URL(url).hostname.replace(/\.$/, '').split('.');
  // `dev.marcelle.media`, `lemans.maville.com`: the longest name that is known.
  for (let from = 0; from < labels.length - 1; from++) {
    const medium = MEDIA[labels.slice(from).join('.')];
    if (medium !== undefined) return medium;
  }
  return undefined;
}

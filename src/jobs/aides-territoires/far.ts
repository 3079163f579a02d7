import { subject, type Subject } from './subject.ts';

/** Other trades. */
export const FAR: readonly Subject[] = [
  subject('sport', {
    categories: 'sports',
    programmes: `
      terrains de sport, emplois sportifs, psf., projets sportifs, impact 2024, apprends à nager`,
    words: `
      sport, stade, club, gymnase, terrains, piscine, natation, nager, aquatique, nautique, football,
      rugby, ski., olympi, athlèt, dojo`,
  }),
  subject('culture', {
    categories: `
      spectacle, musée, bibliothèque, arts plastiques, médias et communication, culture et identité`,
    programmes: 'été culturel, europe créative, fser',
    words: `
      culture., culturel, festival, théâtre, musique, musical, orchestre, chorale, harmonies, fanfare,
      cinéma, audiovisuel, documentaire, spectacle, artist, musée, livre, lecture, radio., radiophon,
      presse., médias, langue, linguistique, scénique, danse, cirque, carnaval, comités des fêtes,
      création artistique, arts visuels, art contemporain`,
  }),
  subject('patrimoine et mémoire', {
    categories: 'patrimoine, cimetières',
    programmes: 'mission bern',
    words: 'patrimoine, monument, orgue, château, église, mémoire., combattants, cérémonies, archives',
  }),
  subject('chasse, pêche et animaux', {
    categories: 'protection animale',
    words: 'chasse, cynégétique, pêche, animal, animaux, faune, alevinage, refuge, apicult',
  }),
  subject('agriculture', {
    weak: 'agriculture et agroalimentaire, production agricole',
    programmes: 'feader, casdar, feampa',
    words: `
      exploitation, agricole, agricult, éleveur, élevage, verger, vitic, vins., vin., œnotour, paysan,
      à la ferme, fermes, plantation, agroalimentaire, pastoral, maraîch, horticult, agroforest`,
  }),
  subject('nature et environnement', {
    categories: 'biodiversité, forêts, sols, montagne, qualité de l’air, risques naturels, milieux humides',
    weak: 'espaces verts, paysage',
    programmes: 'life., mobbiodiv, pacte haies',
    words: `
      biodiversité, forêt, haies, bocag, zones humides, habitats naturels, végétalis, arbres,
      environnement, nature., climat, qualité de l’air, radon, inondation, natura`,
  }),
  subject('eau', {
    categories: 'eau., cours d’eau, assainissement, mers et océans',
    words: `
      eau., eaux., cours d’eau, rivière, assainissement, désimperméabiliser, littoral, portuaire`,
  }),
  subject('énergie', {
    categories: `
      certificat d’économie d’énergie, énergies renouvelables, réseaux de chaleur, empreinte carbone,
      transition énergétique`,
    weak: 'économie d’énergie',
    programmes: 'fonds chaleur, actee, cee.',
    words: `
      énergie, énergétique, chaufferie, solaire, photovoltaïque, calorifugeage, isolation, thermique,
      éclairage, carbone, bois-énergie, géothermie`,
  }),
  subject('déchets', {
    weak: 'déchets, économie circulaire',
    programmes: 'fonds réemploi',
    words: `
      compost, méthanis, recycl, ressourcerie, réemploi, zéro déchet, couches lavables, déchèterie`,
  }),
  subject('mobilité', {
    categories: 'modes actifs, mobilité, transports collectifs, voirie',
    programmes: 'mobilités actives, avelo',
    words: 'vélo, mobilité, transport, autopartage, covoiturage, permis, autocar, voirie, véhicules',
  }),
  subject('logement', {
    categories: 'logement',
    programmes: 'fnap, maprimerénov, bop 177',
    words: `
      logement, hébergement, résidence, foyers, pensions de famille, habitat inclusif, gens du voyage,
      domiciliation, copropriété, bailleurs`,
  }),
  subject('enfance et école', {
    weak: 'famille et enfance, jeunesse, éducation et renforcement',
    programmes: 'ville vie vacances, cordées de la réussite, école de la deuxième chance, cité éducative',
    words: `
      crèche, petite enfance, jeune enfant, scolaire, scolarité, collège, lycée, parents, parental,
      ludothèque, vacances, colonies, bafa, étudiant, campus, éducatif, école, élèves, échanges de jeunes,
      adolescents`,
  }),
  subject('soin et handicap', {
    weak: 'handicap',
    words: `
      ehpad, addict, vih., hépatite, cancer, santé mentale, psychiatr, de soins, médical, dépist,
      maison de santé, maisons de santé, autis, aidants, à domicile, handicap, hôpital, médico-social,
      télémédecine, risques professionnels`,
  }),
  subject('numérique et recherche', {
    categories: 'technologies numériques, innovation, inclusion numérique, industrie',
    programmes: 'france 2030, france numérique, france services',
    words: `
      numérique, intelligence artificielle, recherche, fablab, start-up, technolog, laboratoire, industri`,
  }),
  subject('international', {
    categories: 'international',
    programmes: 'erasmus, cerv.',
    words: 'international, codéveloppement, jumelage, en europe, coopération culturelle, à l’étranger',
  }),
  subject('sécurité et justice', {
    categories: 'sécurité',
    programmes: 'fipd',
    words: `
      délinquance, radicalisation, justice, travaux d’intérêt général, récidive, sécurité civile, incendie`,
  }),
  subject('droits et intégration', {
    weak: 'égalité des chances',
    programmes: 'bop 104',
    words: `
      violence, racisme, antisémitisme, haine, discriminations, mixité, entrepreneuriat, primo-arrivants,
      apprentissage du français, accès au droit, étrangers, égalité femmes`,
  }),
  subject('tourisme et commerce', {
    categories: 'tourisme, artisanat',
    weak: 'commerces et services',
    words: 'touris, randonnée, sentier, commerçant, commerciale, vitrine, illuminations, thermalisme',
  }),
  subject('insertion et formation professionnelles', {
    weak: 'formation professionnelle',
    programmes: 'insertion par l’activité économique, école de la deuxième chance',
    words: `
      chantiers d’insertion, demandeurs d’emploi, microcrédit, prépa apprentissage, création d’entreprise`,
  }),
  subject('aménagement', {
    categories: 'équipement public, foncier, friche, espace public, architecture, réseaux.',
    weak: 'bâtiments et construction',
    programmes: 'npnru, detr., dsil., fonds friches',
    words: `
      friche, cimetière, architect, démolition, renouvellement urbain, salles polyvalentes, foncière,
      équipements publics, équipements de proximité, dépollu, assainir`,
  }),
];

import type { FormSpec } from '#forms/spec.ts';

/** What a session's registration asks; the session is told with the answers by its title and address. */
export function registrationOf(session: { slug: string; title: string }): FormSpec {
  return {
    id: `inscription-${session.slug}`,
    version: 1,
    title: `Inscription : ${session.title}`,
    named: 'une demande d’inscription',
    consent: 'J’accepte que ces réponses servent à organiser cette session.',
    next: ['La réponse vient à l’e-mail que vous avez donné : c’est elle qui dit si vous avez une place.'],
    steps: [
      {
        id: 'place',
        title: 'Demander une place',
        intro: 'Quelques mots suffisent.',
        fields: [
          {
            name: 'nom',
            label: 'Prénom et nom',
            kind: 'line',
            required: true,
            missing: 'Écrivez votre prénom et votre nom.',
            autoComplete: 'name',
          },
          {
            name: 'email',
            label: 'E-mail',
            kind: 'email',
            required: true,
            missing: 'Écrivez votre e-mail : la réponse y arrive.',
            autoComplete: 'email',
          },
          { name: 'telephone', label: 'Téléphone', kind: 'telephone', autoComplete: 'tel' },
          {
            name: 'besoins',
            label: 'De quoi avez-vous besoin pour être bien ?',
            hint: 'Ce que vous ne mangez pas, comment vous vous déplacez, ce qui vous aide à entendre.',
            kind: 'text',
            maxLength: 1000,
          },
        ],
      },
    ],
  };
}

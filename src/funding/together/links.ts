/** Where one opens a joint answer. */
export const OPEN_JOINT = '/financements/ensemble/ouvrir/';

/** The list of joint answers. */
export const TOGETHER = '/financements/ensemble/';

/** The form, begun for a call. */
export const openFor = (call: { title: string; page: string }): string =>
  `${OPEN_JOINT}?${new URLSearchParams({ appel: `${call.title} (${call.page})` })}`;

/** The form of the CMS for a new entry, begun for a call. */
export const writeFor = (call: { slug: string; title: string }): string =>
  `/admin/#/collections/joint-answers/new?${new URLSearchParams({ title: `Répondre ensemble : ${call.title}`.slice(0, 110), opportunity: call.slug })}`;

/** The question to the network, begun: where no address is known to write to. */
export const askNetwork = (question: string, call: string): string =>
  `/espace-cantines/question/?${new URLSearchParams({ question, appel: call })}`;

import { ofName } from '#domain/of-name.ts';
import { joinWords, uncapitalised } from '#domain/french.ts';
import { count } from '#domain/numbers.ts';

/** Who answers, in a sentence: `Portée par la cantine de Bruz, avec celles de Metz et de Montpellier.` */
export function sayWho(lead: string | undefined, members: readonly string[]): string {
  const led = lead === undefined ? 'le réseau' : `la cantine ${ofName(lead)}`;
  if (members.length === 0) return `Portée par ${led}.`;
  const [one, several] = lead === undefined ? ['la cantine', 'les cantines'] : ['celle', 'celles'];
  return `Portée par ${led}, avec ${members.length > 1 ? several : one} ${joinWords(members.map(ofName))}.`;
}

/** Who is sought: `Cherche encore 2 cantines : des cantines ouvertes.`; undefined when nobody said. */
export function saySought({
  seats,
  sought,
}: {
  seats?: number | undefined;
  sought?: string | undefined;
}): string | undefined {
  if (seats === undefined && sought === undefined) return undefined;
  const number = seats === undefined ? 'Cherche' : `Cherche encore ${count(seats, 'cantine')}`;
  if (sought === undefined) return `${number}.`;
  return `${number}${seats === undefined ? ' ' : '\u00a0: '}${uncapitalised(sought).replace(/\.$/, '')}.`;
}

/** The mark of a call in a list: how many cantines answer it together, those that lead counted. */
export const sayTogether = (cantines: number): string =>
  cantines > 1 ? `${count(cantines, 'cantine')} répondent ensemble` : 'réponse commune à rejoindre';

/** Who has a part or a document in hand. */
export const sayInCharge = (
  { cantine, network }: { cantine?: string | undefined; network: boolean },
  titles: ReadonlyMap<string, string>,
): string | undefined => (network ? 'le réseau' : cantine && (titles.get(cantine) ?? cantine));

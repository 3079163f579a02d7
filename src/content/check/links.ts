import { joinWords } from '#domain/french.ts';
import { EMAIL, strayIn } from '#schemas/kit/index.ts';
import type { SiteAddresses } from './addresses.ts';
import { HIDDEN } from './entry.ts';
import { nearest } from './nearest.ts';
import { quote, type LocatedProblem } from './problem.ts';

/** The three sentences of a problem whose place is told by the caller. */
export type Verdict = Pick<LocatedProblem, 'found' | 'expected' | 'remedy'>;

export interface LinkContext {
  addresses: SiteAddresses;
  /** True when the entry itself is not shown: it may point at others that are not. */
  hidden: boolean;
}

const EXPECTED = 'une adresse entière (https://…), ou une page du site qui commence et finit par /';
const DANGEROUS = new Set(['javascript', 'data', 'vbscript', 'file', 'blob']);

/** The address as a browser hears it: blanks and invisible signs dropped, backslashes turned. */
export function heard(url: string): string {
  return url.replace(/[\p{C}\s]/gu, '').replaceAll('\\', '/');
}

/** The scheme of an address in lower case, when it has one. */
export function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
}

/** What is wrong with an address that runs code, hides a document or holds an invisible sign, for links and images. */
export function dangerIn(url: string): Verdict | undefined {
  const scheme = schemeOf(heard(url));
  if (!scheme || !DANGEROUS.has(scheme)) return strayIn(url, { lines: false });
  return {
    found: quote(url),
    expected: EXPECTED,
    remedy: `Retirez cette adresse : « ${scheme}: » peut exécuter du code chez le lecteur, le site la refuse.`,
  };
}

/** What is wrong with the address of a link, anchors of the same page left aside. */
export function linkVerdict(url: string, context: LinkContext): Verdict | undefined {
  const danger = dangerIn(url);
  if (danger) return danger;
  const address = heard(url);
  if (address.startsWith('#')) return undefined;
  const scheme = schemeOf(address);
  if (scheme) return schemeVerdict(scheme, address, url);
  if (address.startsWith('//')) return wrong(url, `Ajoutez « https: » devant : https:${address}.`);
  if (address.startsWith('/')) return internalVerdict(address, context);
  if (!address) return wrong('', 'Donnez l’adresse du lien, ou gardez seulement son texte.');
  if (/^[^\s/@]+@[^\s/@]+$/.test(address)) return wrong(url, `Écrivez mailto:${address}.`);
  return wrong(
    url,
    /^(?:www\.|[\w-]+\.[a-z]{2,}(?:\/|$))/i.test(address) && !/\.(?:md|html?)$/i.test(address)
      ? `Ajoutez « https:// » devant : https://${address}.`
      : 'Écrivez l’adresse depuis la racine du site, par exemple /cantines/lyon-vaise/ : une adresse relative casse selon la page.',
  );
}

function wrong(url: string, remedy: string): Verdict {
  return { found: url ? quote(url) : 'un lien sans adresse', expected: EXPECTED, remedy };
}

function schemeVerdict(scheme: string, address: string, url: string): Verdict | undefined {
  if (scheme === 'http' || scheme === 'https') {
    return /^https?:\/\/[^/]/i.test(address) && URL.canParse(address)
      ? undefined
      : wrong(url, 'Copiez l’adresse entière depuis la barre du navigateur.');
  }
  if (scheme === 'mailto') {
    return EMAIL.test(address.slice('mailto:'.length))
      ? undefined
      : wrong(url, 'Écrivez une adresse e-mail entière, par exemple mailto:bonjour@exemple.org.');
  }
  if (scheme === 'tel') {
    return /^tel:\+?[\d.()-]+$/i.test(address)
      ? undefined
      : wrong(url, 'Écrivez le numéro en chiffres, par exemple tel:+33426647924.');
  }
  return wrong(url, 'Remplacez-la par une adresse en https://, mailto: ou tel:.');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function internalVerdict(address: string, { addresses, hidden }: LinkContext): Verdict | undefined {
  const [, written = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  const path = decoded(written);
  const answer = addresses.get(path);
  const found = quote(address);
  if (answer === 'page' || answer === 'file' || answer === 'redirect') return undefined;
  if (answer) {
    if (hidden) return undefined;
    return {
      found: `${found}, la page d’${HIDDEN[answer].is}`,
      expected: 'une page que le visiteur peut ouvrir',
      remedy: `Retirez le lien, ou publiez la fiche : ${HIDDEN[answer].because}.`,
    };
  }
  if (addresses.has(`${path}/`)) {
    return {
      found: `${found}, sans barre finale`,
      expected: 'une adresse qui finit par /',
      remedy: `Ajoutez la barre finale : ${written}/${rest}.`,
    };
  }
  if (path.startsWith('/uploads/')) return missingUpload(path, addresses);
  const near = nearest(
    path,
    [...addresses.keys()].filter((known) => addresses.get(known) === 'page'),
  );
  return {
    found: `${found}, une page inconnue`,
    expected: 'une page du site',
    remedy:
      near.length > 0
        ? `Vouliez-vous dire ${joinWords(near, 'ou')} ?`
        : 'Ouvrez la page dans le site et copiez son adresse à partir du premier / qui suit le nom du site.',
  };
}

/** The problem of a document or an image that is not in the public folder. */
export function missingUpload(path: string, addresses: SiteAddresses): Verdict {
  const uploads = [...addresses.keys()].filter((known) => known.startsWith('/uploads/'));
  const near = nearest(path, uploads);
  return {
    found: `${quote(path)}, un fichier absent`,
    expected: 'un fichier déposé dans public/uploads/',
    remedy:
      near.length > 0
        ? `Vouliez-vous dire ${joinWords(near, 'ou')} ? Majuscules et accents comptent.`
        : `Déposez le fichier dans public/uploads/, ou retirez-le d’ici.`,
  };
}

/** A medium, as editors list it: `lyonmag.com`, or the folder of a title on a site of many; and its name. */
interface Medium {
  site: string;
  name: string;
}

/** True when an address is on a site, whatever stands before its name: `dev.marcelle.media`, `lemans.maville.com`. */
function isOn(url: string, site: string): boolean {
  const { hostname, pathname } = new URL(url);
  const [host = '', ...folders] = site.split('/');
  return (
    `.${hostname.replace(/\.$/, '')}`.endsWith(`.${host}`) &&
    `${pathname}/`.startsWith(`/${[...folders, ''].join('/')}`)
  );
}

/** The name of the medium that an address is of, the most precise of those that are listed; undefined for none. */
export const mediumOf = (url: string, media: readonly Medium[]): string | undefined =>
  media.filter(({ site }) => isOn(url, site)).toSorted((one, other) => other.site.length - one.site.length)[0]?.name;

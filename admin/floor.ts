/** The browsers that the CMS needs; tests/dist/browsers.test.ts holds its bundle to what they know. */
export const CMS_BROWSERS = 'Chrome ou Edge 120, Firefox 121, Safari 17.4 (iOS 17.4 sur un iPhone ou un iPad)';

/**
 * Says so on the page, in place of a CMS that would stop halfway: what these browsers were the last to learn is looked
 * for. In words that the oldest read.
 */
export const FLOOR =
  "if (!(window.Promise && Promise.withResolvers && window.URL && URL.canParse)) { document.documentElement.setAttribute('data-too-old', ''); document.getElementById('nc-root').innerHTML = document.getElementById('cms-too-old').innerHTML; }";

/** Its hash, for the policy of the page. */
export const FLOOR_HASH = 'sha256-OKZKUJMkHE5j8Oys935rZoB3/MeyUHHOswgEv5Ww/pc=';

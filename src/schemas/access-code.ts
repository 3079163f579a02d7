/** Capitals near the word « code » that are none: where one asks for it, what it is called. */
const ACRONYMS = 'CCAS|MJC|PIN|QR|SMS';

/** « code » or « digicode », except a postcode. */
const NAMED = '(?:^|[^\\p{L}])(?:[Dd]igi)?[Cc]ode(?!\\spostal)';

/** What says that the code comes next: « le code à donner était », « code de la porte ( », « code : ». */
const LINK = "[^.;\\n]{0,40}?(?:[:=(]|[\\s’'](?:est|était|sera)(?:\\s:|\\s\\p{Ll}+)?)";

/** Three capitals or more, or four signs with a figure; ten figures are a telephone. */
const CODE = `(?!(?:\\d{10}|${ACRONYMS})(?![\\p{L}\\d]))(?:\\p{Lu}{3,}|(?=\\p{Lu}*\\d)[\\p{Lu}\\d]{4,})(?![\\p{L}\\d])`;

const ACCESS_CODE = new RegExp(`${NAMED}(?:${LINK}|\\s(?:${ACRONYMS}))?[\\s«"“#*]*${CODE}`, 'u');

/** Whether a sentence gives a code to say or to type: `le code à donner était ABCD`, `code : 4821`. */
export const givesAccessCode = (text: string): boolean => ACCESS_CODE.test(text);

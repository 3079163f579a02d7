/** A text as HTML, in an element or between the double quotes of an attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A value as JSON that may stand inside a `<script>`: no text in it can end the element. */
export const embedJson = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');

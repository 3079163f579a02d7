/** The page of a web calendar, where something is already filled in. */
export interface CalendarLink {
  label: string;
  href: string;
}

/** The address that opens a calendar program to subscribe, from the one that a browser would download. */
export const webcal = (url: string): string => url.replace(/^https?:/, 'webcal:');

/** Links that subscribe the calendars that live on the web to a feed. */
export function subscribeLinks(url: string, name: string): CalendarLink[] {
  const outlook = `url=${encodeURIComponent(url)}&name=${encodeURIComponent(name)}`;
  return [
    { label: 'Google Agenda', href: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal(url))}` },
    { label: 'Outlook.com', href: `https://outlook.live.com/calendar/0/addfromweb?${outlook}` },
    { label: 'Outlook au travail', href: `https://outlook.office.com/calendar/0/addfromweb?${outlook}` },
  ];
}

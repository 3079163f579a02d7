import node from 'astro/logger/node';

type Destination = ReturnType<typeof node>;

/**
 * Says what a build does, in a line for each step: Astro would name each file that it writes, of which a site has
 * thousands, and doubt of those that another thread writes.
 */
export default function log(): Destination {
  const inner = node();
  /** A file has been named: what it took ends its line. */
  let named = false;
  return {
    write: (event) => {
      const ends = named && event.label === 'SKIP_FORMAT';
      if (!event.newLine) named = true;
      else if (ends) named = false;
      else inner.write(event);
    },
  };
}

/**
 * The bundler's allocator gives back at once what it no longer uses: 200 MB less, for a build of 1.4 GB.
 * https://microsoft.github.io/mimalloc/environment.html
 */
process.env['MIMALLOC_PURGE_DELAY'] ??= '0';

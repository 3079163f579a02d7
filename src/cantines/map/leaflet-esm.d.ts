/**
 * Leaflet's `main` is a bundle that nothing can be shaken from: its ES build is not in its `exports`, nor its types.
 */
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet';
}

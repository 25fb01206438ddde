/** The version of the library, put in by the build. */
declare const VERSION: string
/** Licences of what is in the page, put in by the build. */
declare module 'iromath:licences' { export const licences: string }
/** In the page that is one file: the source of the worker. */
declare module 'iromath:embedded' { export const embedded: string | undefined }
/** Claims and determinations of examples/NAME, packed by the build. */
declare module 'iromath:claims/*' { export const packed: import('../pack.mjs').Packed }
/** Rows of examples, as texts. */
declare module '*.txt' { const text: string; export default text }
declare module '*.csv' { const text: string; export default text }

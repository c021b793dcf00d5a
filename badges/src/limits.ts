/**
 * Every ceiling of the package in one place. Input past a ceiling is answered with a code
 * (`TOO_LARGE`, `TOO_DEEP`, `TOO_COMPLEX`), never with a throw and never with a partial reading.
 */

/** Longest file that is looked at, in bytes: an image with a badge in it. */
export const inputBytesMax = 8 * 1024 * 1024
/** Longest JSON or JWS text, in bytes, on its own or inside an image. */
export const jsonBytesMax = 1024 * 1024
/** Deepest nesting of objects and arrays in JSON. */
export const jsonDepthMax = 64
/** Most values (objects, arrays, strings, numbers, literals) in one JSON text. */
export const jsonValuesMax = 20_000

/** Most chunks walked in one PNG. */
export const pngChunksMax = 10_000
/** Most tags and namespace declarations read in one SVG, and the deepest nesting. */
export const svgTagsMax = 100_000
export const svgNamespacesMax = 1_000
export const svgDepthMax = 256
/** Most attributes on one SVG tag. */
export const svgAttributesMax = 1_000

/** Largest inflated status list, in bytes (2^27 entries of one bit). */
export const statusListBytesMax = 16 * 1024 * 1024
/** Most `credentialStatus` entries looked at in one credential. */
export const statusEntriesMax = 16
/** Widest status entry, in bits: what a JavaScript number holds exactly with room to spare. */
export const statusSizeBitsMax = 32

/** Most statements (RDF quads) canonicalised for one credential or proof. */
export const quadsMax = 10_000
/** Most calls of RDFC-1.0 "Hash N-Degree Quads", the part that explodes on poison graphs. */
export const deepIterationsMax = 2_000
/** Longest time spent canonicalising one credential or proof, in milliseconds. */
export const canonicaliseMsMax = 2_000
/** Most contexts, and most undefined terms named, for one credential. */
export const contextsMax = 64
export const undefinedTermsMax = 20

/** Most proofs looked at in one credential. */
export const proofsMax = 8
/** Longest multibase text decoded (base58 is quadratic), in characters. */
export const multibaseCharactersMax = 512
/** Most verification methods and relationships read in one controller document. */
export const verificationMethodsMax = 256
/** Most parts (endorsements, credentials inside a CLR) in all, and how deep parts of parts go. */
export const partsMax = 100
export const partsDepthMax = 3
/** Most problems of the data model listed in one report. */
export const problemsMax = 20
/** Longest text repeated in a report, in UTF-16 units. */
export const reportTextMax = 2_000

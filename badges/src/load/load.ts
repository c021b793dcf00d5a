/** Fetching for a verifier that never fetches: Node only, guarded, one budget a badge. */
export { openLoader, type LoaderOptions } from './loader.ts'
export { isPublicAddress } from './public-address.ts'
export { systemResolve, type Resolve } from './checked-address.ts'
export type { Load, LoadCode, Loaded, LoadRefusal, LoadResult } from '../online/load-result.ts'

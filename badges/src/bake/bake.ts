/** A badge in a picture: put in (PNG), taken out (PNG, SVG). */
export { bake } from './bake-png.ts'
export { unbake } from './unbake.ts'
export type { Baked } from './baked.ts'
export { BadgeError } from '../badge-error.ts'

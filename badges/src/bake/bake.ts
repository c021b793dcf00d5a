/** A badge in a picture, PNG or SVG: put in, taken out. */
export { bake } from './bake-picture.ts'
export { unbake } from './unbake.ts'
export type { Baked } from './baked.ts'
export type { BadgeKeyword } from './unbake-png.ts'
export { BadgeError } from '../badge-error.ts'

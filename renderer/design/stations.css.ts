import { styleVariants } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const stations = styleVariants({
  line: { color: tokens.ink2 },
  full: { fill: tokens.ink, stroke: tokens.ink },
  empty: { fill: tokens.sheet, stroke: tokens.ink },
  half: { fill: tokens.sheet, stroke: 'none' },
  needs: { fill: tokens.ask, stroke: tokens.ask },
})

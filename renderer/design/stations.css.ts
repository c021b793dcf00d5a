import { styleVariants } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const stations = styleVariants({
  line: { color: tokens.ink2 },
  full: { fill: 'currentColor' },
  empty: { fill: tokens.sheet },
  half: { fill: 'currentColor', stroke: 'none' },
  needs: { fill: tokens.ask, stroke: tokens.ask },
})

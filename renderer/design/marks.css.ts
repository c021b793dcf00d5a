import { style, styleVariants } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const mark = styleVariants({
  pass: { color: tokens.met },
  fail: { color: tokens.stop },
  unknown: { color: tokens.ask },
})
export const age = style({ fontSize: '0.75rem', color: tokens.ink3, marginLeft: '5px' })
export const together = style({
  display: 'inline-flex',
  alignItems: 'center',
  whiteSpace: 'nowrap',
})

import { style, styleVariants } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const mark = styleVariants({
  pass: { color: tokens.met },
  fail: { color: tokens.stop },
  unknown: { color: tokens.ask },
})
export const solid = style({ fill: 'currentColor', stroke: 'none' })
/** What is cut out of a solid shape shows the ground under it. */
export const cut = style({ stroke: tokens.sheet, strokeWidth: 2 })
export const age = style({
  whiteSpace: 'nowrap',
  fontSize: '0.75rem',
  fontWeight: 400,
  color: tokens.ink3,
  marginLeft: '5px',
})
export const together = style({
  display: 'inline-flex',
  alignItems: 'center',
  whiteSpace: 'nowrap',
  verticalAlign: '-4px',
})
export const four = style({
  display: 'grid',
  // Two by two, or one under the other: never three and one.
  gridTemplateColumns: 'repeat(auto-fit, minmax(max(9rem, 40%), 1fr))',
  gap: '0 24px',
})
export const check = style({ padding: '10px 0', borderTop: `1px solid ${tokens.rule}` })
export const checkName = style({
  display: 'grid',
  gridTemplateColumns: '18px minmax(0, 1fr)',
  gap: '0 10px',
  alignItems: 'baseline',
  fontWeight: 600,
})
export const checkWhy = style({
  paddingLeft: '28px',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  overflowWrap: 'anywhere',
})

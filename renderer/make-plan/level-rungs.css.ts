import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

/** The names of levels share one column, as wide as the longest. */
export const rungs = style({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  columnGap: '10px',
  marginTop: '6px',
})
export const rung = style({
  display: 'grid',
  gridColumn: '1 / -1',
  gridTemplateColumns: 'subgrid',
  padding: '6px 0',
  borderTop: `1px solid ${tokens.rule}`,
  color: tokens.ink2,
  alignItems: 'baseline',
})
export const now = style([rung, { color: tokens.ink }])
export const code = style({
  fontWeight: 400,
  fontSize: '0.8125rem',
  lineHeight: '1.25rem',
  padding: '0 6px',
  minWidth: '34px',
  textAlign: 'center',
  borderRadius: '2px',
})
export const codeNow = style([
  code,
  { fontWeight: 600, color: tokens.onPen, background: tokens.pen },
])
export const codeAim = style([code, { outline: `1.5px dashed ${tokens.pen}`, color: tokens.pen }])
export const note = style({
  gridColumn: '2',
  color: tokens.ink3,
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  ':empty': { display: 'none' },
})
export const choose = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: '12px',
  marginTop: '12px',
  fontSize: '0.8125rem',
})

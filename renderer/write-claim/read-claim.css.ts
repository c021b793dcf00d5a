import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const beside = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '10px 24px',
  margin: '6px 0 14px',
})
export const part = style({ marginTop: '28px' })
export const answer = style({ margin: '10px 0 18px', maxWidth: '68ch' })
export const written = style({
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  maxWidth: '68ch',
})
export const title = style({ font: `500 1.0625rem/1.5rem ${tokens.read}` })
export const piece = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '6px 16px',
  alignItems: 'start',
  borderTop: `1px solid ${tokens.rule}`,
  padding: '10px 0 12px',
})
export const below = style({ gridColumn: '1 / -1' })
export const seen = style({
  gridColumn: '1 / -1',
  height: 'max(22rem, calc(100vh - 15rem))',
  border: `1px solid ${tokens.rule}`,
  borderRadius: '3px',
  overflow: 'hidden',
  background: tokens.paper,
})
/** Sound needs no stage. */
export const heard = style([seen, { height: '7rem' }])
export const told = style({ listStyle: 'disc', paddingLeft: '20px', marginTop: '6px' })
export const hash = style({ marginTop: '24px', overflowWrap: 'anywhere' })

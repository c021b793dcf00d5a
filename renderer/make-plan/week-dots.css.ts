import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const weeks = style({ marginTop: '28px' })
export const dots = style({
  display: 'grid',
  alignItems: 'end',
  minHeight: '62px',
  borderBottom: `1px solid ${tokens.edge}`,
  marginTop: '4px',
})
export const week = style({
  display: 'grid',
  gap: '3px',
  justifyContent: 'center',
  alignContent: 'end',
  height: '100%',
  paddingBottom: '4px',
})
export const weekNow = style([week, { background: tokens.penWash }])
export const dot = style({
  display: 'inline-block',
  width: '9px',
  height: '9px',
  borderRadius: '50%',
  background: tokens.pen,
  border: `1.5px solid ${tokens.pen}`,
})
export const ring = style([dot, { background: tokens.sheet }])
export const scale = style({
  display: 'grid',
  whiteSpace: 'nowrap',
  fontSize: '0.75rem',
  lineHeight: '1.125rem',
  color: tokens.ink3,
})
export const legend = style({ display: 'flex', gap: '6px', alignItems: 'center', marginTop: '6px' })

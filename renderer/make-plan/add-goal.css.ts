import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const form = style({
  display: 'grid',
  gap: '14px',
  marginTop: '16px',
  padding: '16px 18px',
  border: `1px solid ${tokens.rule}`,
  borderTop: `2px solid ${tokens.pen}`,
  background: tokens.raised,
})
export const legend = style({ fontWeight: 600, padding: 0 })
export const goals = style({ maxHeight: '220px', overflow: 'auto' })

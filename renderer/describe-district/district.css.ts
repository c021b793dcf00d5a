import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const form = style({
  display: 'grid',
  gap: '14px',
  margin: '12px 0 6px',
  padding: '16px 18px',
  border: `1px solid ${tokens.rule}`,
  borderTop: `2px solid ${tokens.pen}`,
  background: tokens.raised,
})
export const fields = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(13rem, 100%), 1fr))',
  gap: '10px 20px',
  alignItems: 'start',
})
export const run = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '2px 20px',
  alignItems: 'center',
})
export const dayByDay = style({ color: tokens.ink2, fontSize: '0.8125rem', marginTop: '4px' })
export const wrong = style({ color: tokens.stop, fontSize: '0.8125rem' })
export const year = style({ marginTop: '18px' })

import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const open = style({
  marginTop: '22px',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 300px)',
  gap: '24px 36px',
  '@media': { '(max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
})
export const heading = style({ marginBottom: '6px' })
export const competency = style({
  font: `0.9375rem/1.5rem ${tokens.read}`,
  color: tokens.ink2,
  margin: '8px 0',
})
export const details = style({
  display: 'grid',
  gap: '16px',
  marginTop: '28px',
  paddingTop: '16px',
  borderTop: `1px solid ${tokens.rule}`,
})
export const pair = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 16rem))',
  gap: '12px 24px',
  '@media': { '(max-width: 620px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
})
export const others = style({ display: 'grid', gap: '6px', marginTop: '22px' })

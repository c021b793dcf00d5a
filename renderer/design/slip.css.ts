import { style } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const slip = style({
  background: tokens.raised,
  border: `1px solid ${tokens.rule}`,
  padding: '22px 26px 20px',
  maxWidth: '44rem',
  display: 'grid',
  gap: '10px',
})
export const title = style({ font: `500 1.25rem/1.75rem ${tokens.read}` })
export const dates = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 24px',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  borderTop: `1px solid ${tokens.rule}`,
  paddingTop: '10px',
})

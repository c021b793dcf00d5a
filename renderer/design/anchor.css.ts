import { style } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const anchor = style({
  display: 'inline-block',
  background: tokens.mark,
  color: tokens.ink,
  border: 0,
  borderRadius: '2px',
  padding: '0 6px',
  fontSize: '0.8125rem',
  lineHeight: '1.5rem',
  textDecoration: 'none',
  fontVariantNumeric: 'tabular-nums',
  cursor: 'pointer',
})

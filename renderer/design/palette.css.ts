import { style } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const input = style({
  width: '100%',
  minHeight: '40px',
  padding: '8px 12px',
  border: `1px solid ${tokens.edge}`,
  borderRadius: '3px',
  background: tokens.sheet,
  fontSize: '1.0625rem',
})
export const list = style({ maxHeight: '50vh', overflow: 'auto', outline: 'none' })
export const section = style({
  font: `600 0.75rem/1rem ${tokens.app}`,
  color: tokens.ink3,
  padding: '10px 8px 4px',
})
export const item = style({
  padding: '6px 8px',
  minHeight: '34px',
  borderRadius: '3px',
  cursor: 'pointer',
  outline: 'none',
  selectors: { '&[data-focused]': { background: tokens.penWash } },
})
export const detail = style({
  display: 'block',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
})
export const none = style({ padding: '8px', color: tokens.ink2 })

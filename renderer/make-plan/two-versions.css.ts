import { globalStyle, style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const versions = style({
  borderLeft: `4px solid ${tokens.ask}`,
  background: tokens.askWash,
  padding: '10px 14px',
  display: 'grid',
  gap: '8px',
  margin: '6px 0',
})
export const which = style({ fontSize: '0.8125rem', lineHeight: '1.125rem', color: tokens.ink2 })
export const text = style({
  font: `0.9375rem/1.5rem ${tokens.read}`,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
})
globalStyle(`${text} mark`, {
  background: 'none',
  color: 'inherit',
  textDecoration: `underline wavy ${tokens.ask}`,
})

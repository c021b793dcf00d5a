import { globalStyle, style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const list = style({ marginTop: '6px', maxWidth: '68ch' })
export const entry = style({
  borderTop: `1px solid ${tokens.rule}`,
  padding: '12px 0',
  display: 'grid',
  gap: '4px',
  justifyItems: 'start',
})
export const stands = style({ flex: 1, minWidth: '12rem' })
export const readIn = style({
  marginTop: '14px',
  display: 'grid',
  gap: '8px',
  justifyItems: 'start',
})
/** A text whose own lines count. */
export const lines = style({ whiteSpace: 'pre-line' })
export const about = style({
  font: `500 1.0625rem/1.5rem ${tokens.read}`,
  overflowWrap: 'anywhere',
})
/** What the district says of a badge at hand. */
export const districts = style({
  margin: '12px 0 4px',
  fontSize: '0.8125rem',
  lineHeight: '1.25rem',
  overflowWrap: 'anywhere',
  display: 'grid',
  gap: '6px',
  justifyItems: 'start',
})
globalStyle(`${districts} li`, { whiteSpace: 'pre-line', maxWidth: '68ch' })
/** What can't be told of it, before one endorses all the same. */
export const unsure = style({
  background: tokens.askWash,
  padding: '12px 14px',
  display: 'grid',
  gap: '8px',
})

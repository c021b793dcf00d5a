import { style } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const answer = style({
  font: `1.0625rem/1.75rem ${tokens.read}`,
  minHeight: '3.5rem',
  padding: '0 0 12px',
  borderBottom: `1px solid ${tokens.edge}`,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  ':focus': {
    outline: 'none',
    boxShadow: 'none',
    borderBottomColor: tokens.pen,
    borderBottomWidth: '2px',
    paddingBottom: '11px',
  },
})
export const lined = style([
  answer,
  {
    font: `0.9375rem/1.75rem ${tokens.read}`,
    minHeight: '3.5rem',
    padding: 0,
    border: 0,
    background: `repeating-linear-gradient(transparent 0 calc(1.75rem - 1px), ${tokens.edge} calc(1.75rem - 1px) 1.75rem)`,
    ':focus': {
      border: 0,
      paddingBottom: 0,
      outline: `2px solid ${tokens.pen}`,
      outlineOffset: '3px',
    },
  },
])
export const title = style([
  answer,
  { font: `500 1.25rem/1.75rem ${tokens.read}`, minHeight: '1.75rem', paddingBottom: '4px' },
])

import { style } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const tabs = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px',
  padding: '8px 20px 0',
  borderBottom: `1px solid ${tokens.rule}`,
  background: tokens.paper,
})
export const tab = style({
  font: 'inherit',
  minHeight: '32px',
  padding: '5px 12px',
  color: tokens.ink2,
  background: 'none',
  border: '1px solid transparent',
  borderBottom: 0,
  borderRadius: '5px 5px 0 0',
  cursor: 'pointer',
  selectors: {
    '&[aria-selected=true]': {
      background: tokens.sheet,
      borderColor: tokens.rule,
      color: tokens.ink,
      fontWeight: 600,
      marginBottom: '-1px',
    },
  },
})

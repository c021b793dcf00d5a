import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const pick = style({
  display: 'grid',
  gap: '12px',
  marginTop: '10px',
  padding: '14px 16px',
  border: `1px solid ${tokens.rule}`,
  background: tokens.raised,
})
export const found = style({ maxHeight: '320px', overflow: 'auto' })
export const line = style({
  display: 'grid',
  gridTemplateColumns: '64px minmax(0, 1fr) auto',
  gap: '0 12px',
  alignItems: 'start',
})
export const code = style({ font: `0.8125rem/1.375rem ${tokens.mono}`, overflowWrap: 'anywhere' })
export const statement = style({
  font: `0.9375rem/1.375rem ${tokens.read}`,
  overflowWrap: 'anywhere',
})
export const tied = style({ marginTop: '4px' })

import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const form = style({ display: 'grid', gap: '14px', marginTop: '12px' })
export const ask = style({ fontSize: '0.8125rem', lineHeight: '1.125rem', color: tokens.ink2 })
export const keep = style({ display: 'grid', gap: '6px', justifyItems: 'start' })
export const note = style({ fontSize: '0.8125rem', lineHeight: '1.125rem', color: tokens.ink2 })
export const list = style({ marginTop: '18px' })
export const one = style({ padding: '12px 0', borderTop: `1px solid ${tokens.rule}` })
export const day = style({ fontSize: '0.8125rem', lineHeight: '1.125rem', color: tokens.ink3 })
export const part = style({ font: `0.9375rem/1.5rem ${tokens.read}`, overflowWrap: 'anywhere' })
export const partName = style({
  font: `0.8125rem/1.125rem ${tokens.app}`,
  color: tokens.ink3,
  marginRight: '6px',
})
export const none = style({ marginTop: '14px' })

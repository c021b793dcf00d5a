import { style } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const under = style({
  position: 'fixed',
  inset: 0,
  display: 'grid',
  justifyItems: 'center',
  alignItems: 'start',
  padding: '64px 16px 16px',
  background: 'light-dark(#1d20262e, #0009)',
  zIndex: 5,
  overflow: 'auto',
})
/** The box that the overlay places; without a width of its own it would shrink to its words. */
export const box = style({ width: 'min(44rem, 100%)' })
export const sheet = style({
  background: tokens.raised,
  border: `1px solid ${tokens.rule}`,
  borderRadius: '3px',
  boxShadow: tokens.float,
  padding: '22px 26px',
  display: 'grid',
  gap: '14px',
  // The sheet itself takes the focus where nothing in it asks for it: it is no control.
  outline: 'none',
  ':focus-visible': { outline: 'none', boxShadow: tokens.float },
})
export const title = style({ font: `500 1.25rem/1.75rem ${tokens.read}` })
export const head = style({ display: 'flex', gap: '16px', justifyContent: 'space-between' })

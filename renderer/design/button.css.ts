import { style, styleVariants } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

const base = style({
  font: `400 0.9375rem/1.25rem ${tokens.app}`,
  minHeight: '32px',
  padding: '5px 14px',
  border: `1px solid ${tokens.edge}`,
  borderRadius: '3px',
  background: tokens.raised,
  color: tokens.ink,
  cursor: 'pointer',
  textDecoration: 'none',
  display: 'inline-flex',
  alignItems: 'center',
  gap: '8px',
  justifyContent: 'center',
  // A long word in another language wraps rather than leaves the margin; a short one is never squeezed.
  flexShrink: 0,
  maxWidth: '100%',
  position: 'relative',
  ':hover': { borderColor: tokens.ink2 },
  ':active': { borderColor: tokens.ink },
  selectors: {
    '&[aria-busy=true]': { cursor: 'progress' },
    '&[aria-busy=true]::after': {
      content: '""',
      position: 'absolute',
      inset: 'auto 4px 3px',
      height: '2px',
      background: 'currentColor',
    },
    '&[aria-pressed=true]': {
      background: tokens.penWash,
      borderColor: tokens.pen,
      fontWeight: 600,
    },
  },
})

export const button = styleVariants({
  plain: [base],
  primary: [
    base,
    {
      fontWeight: 600,
      background: tokens.pen,
      borderColor: tokens.pen,
      color: tokens.onPen,
      ':hover': { borderColor: tokens.ink },
    },
  ],
  small: [
    base,
    { fontSize: '0.8125rem', lineHeight: '1.125rem', minHeight: '26px', padding: '2px 10px' },
  ],
  bare: [
    base,
    {
      borderColor: 'transparent',
      background: 'none',
      color: tokens.pen,
      paddingInline: '6px',
      textDecoration: 'underline',
      textUnderlineOffset: '3px',
      textDecorationThickness: '1px',
      ':hover': { borderColor: tokens.rule },
    },
  ],
  danger: [
    base,
    {
      color: tokens.stop,
      borderColor: tokens.stop,
      ':hover': { background: tokens.stopWash, borderColor: tokens.stop },
    },
  ],
})

export const key = style({
  font: `0.75rem/1rem ${tokens.app}`,
  color: tokens.ink3,
  border: `1px solid ${tokens.rule}`,
  borderRadius: '3px',
  padding: '0 5px',
  whiteSpace: 'nowrap',
})
export const keyOnPrimary = style([
  key,
  { color: 'inherit', borderColor: 'color-mix(in srgb, currentColor 65%, transparent)' },
])

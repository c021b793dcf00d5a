import { keyframes, style } from '@vanilla-extract/css'
import { tokens } from './tokens.css.ts'

export const errorNote = style({
  borderLeft: `4px solid ${tokens.stop}`,
  background: tokens.stopWash,
  padding: '10px 14px',
  display: 'grid',
  gap: '2px',
  maxWidth: '44rem',
})
export const askNote = style([
  errorNote,
  { borderLeftColor: tokens.ask, background: tokens.askWash },
])
export const errorCode = style({
  font: `0.75rem/1.125rem ${tokens.mono}`,
  color: tokens.ink2,
  userSelect: 'all',
})
export const empty = style({
  marginTop: '12px',
  border: `1px dashed ${tokens.edge}`,
  borderRadius: '3px',
  padding: '20px 22px',
  maxWidth: '44rem',
  display: 'grid',
  gap: '10px',
  justifyItems: 'start',
  color: tokens.ink2,
})
const run = keyframes({
  from: { transform: 'translateX(-100%)' },
  to: { transform: 'translateX(250%)' },
})
export const line = style({
  height: '2px',
  overflow: 'hidden',
  position: 'absolute',
  top: 0,
  left: 0,
  right: 0,
  '@media': { print: { display: 'none' } },
  '::after': {
    content: '""',
    display: 'block',
    width: '40%',
    height: '2px',
    background: tokens.pen,
    animation: `${run} 1.2s ease-out infinite`,
  },
})
export const work = style({ display: 'grid', gap: '6px', maxWidth: '36rem' })
export const meter = style({
  width: '100%',
  height: '4px',
  border: 0,
  appearance: 'none',
  background: tokens.rule,
  selectors: {
    '&::-webkit-progress-bar': { background: tokens.rule },
    '&::-webkit-progress-value': { background: tokens.pen },
    '&::-moz-progress-bar': { background: tokens.pen },
  },
})

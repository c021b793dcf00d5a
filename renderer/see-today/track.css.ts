import { style, styleVariants } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const track = style({
  // One line, however little room there is: a stop alone on a second one would say nothing.
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: 'minmax(0, 190px)',
  '@media': { '(max-width: 480px)': { gridAutoFlow: 'row', rowGap: '10px' } },
  marginTop: '7px',
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink3,
})

const dot = style({
  position: 'relative',
  textWrap: 'balance',
  minWidth: 0,
  padding: '13px 12px 0 0',
  '::before': {
    content: '""',
    position: 'absolute',
    zIndex: 1,
    top: 0,
    left: 0,
    width: '9px',
    height: '9px',
    borderRadius: '50%',
    border: `1.5px solid ${tokens.edge}`,
    background: tokens.sheet,
  },
  '::after': {
    content: '""',
    position: 'absolute',
    top: '4px',
    left: '9px',
    right: 0,
    borderTop: `1px solid ${tokens.rule}`,
  },
  selectors: { '&:last-child::after': { display: 'none' } },
})

export const stop = styleVariants({
  done: [
    dot,
    {
      '::before': { background: tokens.pen, borderColor: tokens.pen },
      '::after': { borderColor: tokens.pen },
    },
  ],
  here: [
    dot,
    {
      color: tokens.ink,
      '::before': { borderColor: tokens.pen, boxShadow: `0 0 0 4px ${tokens.penWash}` },
    },
  ],
  ahead: [dot],
})

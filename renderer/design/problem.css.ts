import { globalStyle, style } from '@vanilla-extract/css'
import { narrow } from './frame.css.ts'
import { tokens } from './tokens.css.ts'

export const problem = style({
  position: 'relative',
  padding: '10px 0 10px 18px',
  borderTop: `1px solid ${tokens.rule}`,
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  '::before': {
    content: '""',
    position: 'absolute',
    left: 0,
    top: '14px',
    width: '9px',
    height: '9px',
    border: `1.5px solid ${tokens.ask}`,
    borderRadius: '2px',
  },
  selectors: {
    '&:focus': { outline: 'none', boxShadow: 'none' },
    '&:focus-within': {
      background: tokens.askWash,
      marginInline: '-22px',
      paddingInline: '40px 22px',
      borderColor: 'transparent',
    },
    '&:focus-within::before': { left: '22px' },
  },
  '@media': {
    [narrow]: {
      selectors: {
        '&:focus-within': { marginInline: '-16px', paddingInline: '34px 16px' },
        '&:focus-within::before': { left: '16px' },
      },
    },
  },
})
export const toFix = style([problem, { '::before': { background: tokens.ask } }])
export const code = style({
  font: `0.75rem/1.125rem ${tokens.mono}`,
  color: tokens.ink3,
  float: 'right',
})
globalStyle(`${problem} strong`, { display: 'block', fontSize: '0.9375rem', lineHeight: '1.25rem' })
export const act = style({ display: 'flex', gap: '8px', flexWrap: 'wrap', marginTop: '7px' })
export const groupTitle = style({
  font: `600 0.8125rem/1.125rem ${tokens.app}`,
  color: tokens.ink3,
  margin: '20px 0 6px',
})

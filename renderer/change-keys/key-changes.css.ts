import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const command = style({ fontFamily: tokens.mono, whiteSpace: 'nowrap' })
export const form = style({ display: 'grid', gap: '12px', maxWidth: '560px' })

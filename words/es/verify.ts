import type { Say } from '../say.ts'
export const verify = (_say: Say) => ({ title: 'Verificar' })

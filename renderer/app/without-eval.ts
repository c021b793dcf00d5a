import { config } from 'zod'

// The screens' policy allows no code made from text (security.md §6); zod would try it once and be reported.
config({ jitless: true })

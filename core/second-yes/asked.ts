/** What one person asked for and another has to say yes to: who asked, when, and until when that can be said (epoch ms). */
export interface Asked {
  readonly by: string
  readonly at: number
  readonly until: number
}

/** Whether it ran out: nobody said yes in time (`now`: epoch ms). It follows from the date and is never stored. */
export const isOver = ({ until }: Asked, now: number): boolean => now >= until

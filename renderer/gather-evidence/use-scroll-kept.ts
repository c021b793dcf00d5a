import { useEffect, useLayoutEffect } from 'react'
import { useLocation, useSearch } from 'wouter'

/** Keeps how far a screen was scrolled, by its address: back and reload come to the same place. */
export function useScrollKept(): void {
  const [path] = useLocation()
  const search = useSearch()
  const place = `meritfolio.scroll.${path}?${search}`
  useLayoutEffect(() => {
    const work = document.getElementById('work')
    const kept = sessionStorage.getItem(place)
    if (work !== null && kept !== null) work.scrollTop = Number(kept)
  }, [place])
  useEffect(() => {
    const work = document.getElementById('work')
    if (work === null) return
    const keep = () => sessionStorage.setItem(place, String(work.scrollTop))
    work.addEventListener('scrollend', keep)
    return () => work.removeEventListener('scrollend', keep)
  }, [place])
}

// Routes are fragments: #/dollars/unrestricted?universe=10000. They work from a disk, and no browser sends them anywhere.

import { useEffect, useState } from 'preact/hooks'

export interface Route { view: string; path: string[]; query: string }

export function parse(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s)
  const parts = path.split('/').filter(p => p !== '').map(p => {
    try {
      return decodeURIComponent(p)
    } catch {
      return p
    }
  })
  return { view: parts[0] ?? '', path: parts.slice(1), query }
}

let went = false
addEventListener('hashchange', () => { went = true })

/** Whether somebody went somewhere since the page was opened: only then is the focus moved to where they are. */
export const navigated = (): boolean => went

export function useRoute(): Route {
  const [route, set] = useState(() => parse(location.hash))
  useEffect(() => {
    const on = () => set(parse(location.hash))
    addEventListener('hashchange', on)
    return () => removeEventListener('hashchange', on)
  }, [])
  return route
}

/** Replaces the query of the route without going anywhere. */
export function replaceQuery(id: string, query: string): void {
  const hash = '#/' + id + (query ? '?' + query : '')
  if (location.hash !== hash) history.replaceState(history.state, '', hash)
}

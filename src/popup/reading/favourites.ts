/** What a person has marked to find it again: subnets and validators. It lies with the page, network by network. */
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { NetworkId } from '#shared/domain/network.ts'

export type FavouriteKind = 'subnet' | 'validator'

export interface Favourites {
  has(key: string | number): boolean
  set(key: string | number, isOn: boolean): void
  readonly count: number
}

const CHANGED = 'taokey-favourites'

function nameOf(kind: FavouriteKind, network: NetworkId): string {
  return `taokey.favourites.${kind}.${network}`
}

export function useFavourites(kind: FavouriteKind, network: NetworkId): Favourites {
  const name = nameOf(kind, network)
  const text = useSyncExternalStore(subscribe, () => localStorage.getItem(name) ?? '')
  const marked = useMemo(() => new Set(text === '' ? [] : text.split(' ')), [text])
  const has = useCallback((key: string | number) => marked.has(String(key)), [marked])
  const set = useCallback(
    (key: string | number, isOn: boolean) => {
      const next = new Set(marked)
      if (isOn) next.add(String(key))
      else next.delete(String(key))
      if (next.size === 0) localStorage.removeItem(name)
      else localStorage.setItem(name, [...next].join(' '))
      window.dispatchEvent(new Event(CHANGED))
    },
    [marked, name],
  )
  return { has, set, count: marked.size }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener)
  window.addEventListener(CHANGED, listener)
  return () => {
    window.removeEventListener('storage', listener)
    window.removeEventListener(CHANGED, listener)
  }
}

/**
 * How this window likes to show things: amounts hidden or not, all accounts or the one in front. It says nothing of
 * what is held, so it lies with the page and not with the wallet.
 */
import { useSyncExternalStore } from 'react'

export type Preference = 'hide-amounts' | 'all-accounts' | 'hide-dust'

const key = (name: Preference): string => `taokey.${name}`
const CHANGED = 'taokey-preference'

function readPreference(name: Preference): boolean {
  return window.localStorage.getItem(key(name)) === 'yes'
}

export function setPreference(name: Preference, value: boolean): void {
  if (value) window.localStorage.setItem(key(name), 'yes')
  else window.localStorage.removeItem(key(name))
  // `storage` is told to the other windows only.
  window.dispatchEvent(new Event(CHANGED))
}

export function usePreference(name: Preference): boolean {
  return useSyncExternalStore(subscribe, () => readPreference(name))
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener)
  window.addEventListener(CHANGED, listener)
  return () => {
    window.removeEventListener('storage', listener)
    window.removeEventListener(CHANGED, listener)
  }
}

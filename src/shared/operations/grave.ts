/** Calls the wallet has no words for and that hand an account to somebody else: named here so that none is agreed to with a click. */
import type { Finding } from '../domain/description.ts'

const SWAP: Finding = {
  id: 'key-swap',
  level: 'danger',
  type: 'SWAP',
  text: ['This replaces a key, or announces it: all that the old key holds goes to the new one.'],
}
const POWER: Finding = {
  id: 'gives-power',
  level: 'danger',
  type: 'POWER',
  text: ['This lets another key act for the account, without asking again.'],
}

/** SubtensorModule and Proxy, spec 424. */
const GRAVE: Readonly<Record<string, Finding>> = {
  'Proxy.add_proxy': POWER,
  'SubtensorModule.announce_coldkey_swap': SWAP,
  'SubtensorModule.schedule_swap_coldkey': SWAP,
  'SubtensorModule.swap_coldkey': SWAP,
  'SubtensorModule.swap_coldkey_announced': SWAP,
  'SubtensorModule.swap_hotkey': SWAP,
  'SubtensorModule.swap_hotkey_v2': SWAP,
}

export function graveFindings(name: string): readonly Finding[] {
  const grave = Object.hasOwn(GRAVE, name) ? GRAVE[name] : undefined
  return grave === undefined ? [] : [grave]
}

/** A hand on the wallet's screens that looks at each it comes to, and what it is given to begin with. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Address } from '#shared/domain/address.ts'
import { addRoomClient } from '../room-client.ts'
import { createLooker } from './look.ts'

/** Forty characters, as long as a name may be. */
export const LONG_NAME = 'Validator rewards, cold, Zürich, no. 417'

export function handOn(page: () => Page) {
  const looker = createLooker()
  const press = (name: string | RegExp) =>
    page()
      .getByRole('button', { name, exact: typeof name === 'string' })
      .click()
  return {
    /** Looks at the screen in view, once the sign is there. */
    look: async (name: string, sign?: string | RegExp): Promise<void> => {
      if (sign !== undefined) await page().getByText(sign).first().waitFor()
      expect.soft(await looker.look(page(), name)).toEqual([])
    },
    press,
    back: () => press('Back'),
    nav: (name: string) => page().getByRole('navigation').getByText(name).click(),
    type: (label: string, text: string) => page().getByLabel(label, { exact: true }).fill(text),
  }
}

interface Named {
  readonly address: Address
  readonly name: string
}

/** Watches addresses as the wallet itself does: the room seals, the background keeps. */
export async function watchAll(page: Page, all: readonly Named[]): Promise<void> {
  await addRoomClient(page)
  await page.evaluate(async (each) => {
    for (const account of each) {
      const watched = await room.wallet.call['room.watch'](account)
      if (!watched.ok) throw new Error(`not watched: ${watched.error.code}`)
      // Each is kept before the next: the store takes a revision after the one it has.
      const kept = await room.background.call['vault.store']({ sealed: watched.value.sealed })
      if (!kept.ok) throw new Error(`not kept: ${kept.error.code}`)
    }
  }, all)
}

export async function saveContact(page: Page, contact: Named): Promise<void> {
  await addRoomClient(page)
  await page.evaluate((saved) => room.background.call['contacts.save']({ contact: saved }), contact)
}

/**
 * A contact is saved when there is something to save.
 * @vitest-environment happy-dom
 */
import { describe, expect, it, vi } from 'vitest'
import { addressOf } from '#shared/domain/address.ts'
import { ok } from '#shared/domain/result.ts'
import { click, drawnAt, type } from '../../../../test/build/drawn.tsx'
import { drawScreen } from '../../../../test/build/drawn-wallet.tsx'
import { ME, NOW } from '../../../../test/build/staking-topics.ts'
import { ContactForm } from './contact-form.tsx'

const open = drawnAt(NOW)
const exchange = { address: ME, name: 'Exchange' }
async function openContact(
  address?: typeof ME,
  contacts: readonly (typeof exchange)[] | null = [exchange],
  past: object = { activity: [] },
) {
  const save = vi.fn(async (_: { readonly contact: typeof exchange }) => ok({}))
  const topics = { ...(contacts !== null && { contacts }), accounts: [], ...past }
  const drawn = await drawScreen(open, <ContactForm address={address} />, {
    background: { 'contacts.save': save },
    topics,
  })
  return {
    ...drawn,
    save,
    field: (at: number) => drawn.place.querySelectorAll<HTMLInputElement>('input, textarea')[at] ?? null,
  }
}

describe('a contact', () => {
  it('cannot be saved while nothing about it is changed', async () => {
    const { button, field, save } = await openContact(ME)
    expect(button('Save contact').disabled).toBe(true)
    await type(field(0), '  Exchange ')
    expect(button('Save contact').disabled).toBe(true)
    await type(field(0), 'Kraken')
    await click(button('Save contact'))
    expect(save).toHaveBeenCalledWith({ contact: { address: ME, name: 'Kraken' } })
  })
  it('has its name also where the contacts are known a moment later', async () => {
    const { field, put } = await openContact(ME, null)
    expect(field(0)?.value).toBe('')
    await put('contacts', [exchange])
    expect(field(0)?.value).toBe('Exchange')
  })
  it('is one press from being sent to', async () => {
    const { button, navigation } = await openContact(ME)
    await click(button('Send TAO'))
    expect(navigation.go).toHaveBeenCalledWith({
      kind: 'operation',
      operation: 'transfer',
      filled: { to: ME },
    })
  })
  it('that looks like another known address is saved only with a word, typed for that very address', async () => {
    const { button, field, place, save } = await openContact(undefined)
    const alike = addressOf(new Uint8Array(32).fill(1).fill(9, 6))
    await type(field(0), 'Exchange 2')
    await type(field(1), alike)
    expect(place.textContent).toContain('This looks like another address you know, Exchange.')
    expect(place.querySelectorAll('.note mark').length).toBeGreaterThan(60)
    expect(button('Save contact').disabled).toBe(true)
    await type(field(2), 'different')
    expect(button('Save contact').disabled).toBe(false)
    await type(field(1), ME.slice(0, -1))
    await type(field(1), alike)
    expect(button('Save contact').disabled).toBe(true)
    await type(field(2), 'DIFFERENT')
    await click(button('Save contact'))
    expect(save).toHaveBeenCalledWith({ contact: { address: alike, name: 'Exchange 2' } })
  })
  it('cannot be new while it is not known whom it may look like', async () => {
    const { button, field } = await openContact(undefined, [], {})
    await type(field(0), 'Exchange')
    await type(field(1), ME)
    expect(button('Save contact').disabled).toBe(true)
  })
  it('that is new can be saved once it has a name and an address', async () => {
    const { button, field } = await openContact(undefined, [])
    await type(field(0), 'Exchange')
    expect(button('Save contact').disabled).toBe(true)
    await type(field(1), ME)
    expect(button('Save contact').disabled).toBe(false)
  })
})

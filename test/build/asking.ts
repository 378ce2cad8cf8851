/** Facts asked of a chain room, of accounts the devnet begins with, and calls run to change them. */

import { expect } from 'vitest'
import { validatorHotkey } from '../../devnet/world/ordinary.ts'
import { DEV_ACCOUNTS } from '../../devnet/world.ts'
import { type Address, addressOf } from '../../src/shared/domain/address.ts'
import { fromHex } from '../../src/shared/domain/bytes.ts'
import type { Call } from '../../src/shared/domain/extrinsic.ts'
import type { ChainAsk, Facts } from '../../src/shared/operations/facts.ts'
import { alice, type Bench, nextBlock, sightingsOf, signed } from './devnet-chain.ts'

/** Has a position on root and on three subnets from the start. */
export const eve = addressOf(fromHex(DEV_ACCOUNTS.find(({ name }) => name === '//Eve')?.account ?? ''))
export const validator = (n: number): Address => addressOf(fromHex(validatorHotkey(n)))
export const stranger = addressOf(new Uint8Array(32).fill(9))

/** The answers to several questions at the best block, by the names they were given. */
export async function told<A extends Readonly<Record<string, ChainAsk>>>(
  b: Bench,
  asks: A,
): Promise<Facts<A>> {
  const { best } = await b.chain.head()
  const answers = await b.chain.answers(Object.values(asks), best)
  return Object.fromEntries(Object.keys(asks).map((name, i) => [name, answers[i]])) as Facts<A>
}

export const one = async <const A extends ChainAsk>(b: Bench, ask: A) => (await told(b, { it: ask })).it

export const call = (name: string, args: Readonly<Record<string, unknown>>): Call => ({
  name: `SubtensorModule.${name}`,
  args,
})

/** Has Alice send a call, and waits until it is done in a block. */
export async function run(b: Bench, what: Call): Promise<void> {
  const extrinsic = await signed(b.chain, alice, what)
  const heard = sightingsOf(b.chain, extrinsic)
  await expect.poll(() => heard.map(({ kind }) => kind)).toContain('broadcast')
  await nextBlock(b)
  await expect.poll(() => heard.at(-1)?.kind).toBe('in-block')
  expect(heard.at(-1)).toMatchObject({ outcome: { kind: 'done' } })
}

/** Messages and limit orders as a page asks for them, told as the review shows them. */
import type { Address } from '../../src/shared/domain/address.ts'
import { fromHex } from '../../src/shared/domain/bytes.ts'
import type { Level } from '../../src/shared/domain/description.ts'
import type { LimitOrder } from '../../src/shared/domain/limit-order.ts'
import { readSiteMessage, wrapMessage } from '../../src/shared/domain/site-message.ts'
import { netuid, raoPerAlpha } from '../../src/shared/domain/units.ts'
import { explainMessage, type MessageReader } from '../../src/shared/review/message.ts'
import { readMetadata } from '../../src/shared/runtime/metadata.ts'
import { finneyMetadata, hasFinney } from '../fixtures/finney.ts'

export const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
export const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
export const NOW = Date.parse('2026-10-20T12:00:00Z')
export const DAY = 86_400_000
export const D3 =
  '0x00d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48010000005039278c040000ffffffffffffffff0038d360ba01000000ca9a3b8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a480000c40300000000000001'

export const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined
const reader: MessageReader = { account: ALICE, origin: 'https://dapp.example', now: NOW, runtime }
/** As a page asks for it, read and wrapped as it is signed. */
export const told = (data: string, more: Partial<MessageReader> = {}) => {
  const message = readSiteMessage({ address: ALICE, data })
  if (!message.ok) throw new Error('a message of a test')
  return explainMessage(wrapMessage(fromHex(message.value.data)), { ...reader, ...more })
}
export const findings = (data: string, more: Partial<MessageReader> = {}) =>
  told(data, more).findings.map(({ id, level }): readonly [string, Level] => [id, level])

export function anOrder(change: Partial<LimitOrder> = {}): LimitOrder {
  return {
    signer: ALICE,
    hotkey: BOB,
    netuid: netuid(64),
    kind: 'LimitBuy',
    amount: { kind: 'fixed', value: 1_500_000_000n },
    price: raoPerAlpha(500_000_000n),
    expiry: BigInt(NOW + 7 * DAY),
    fee: 8_500_000,
    feeRecipient: BOB,
    relayers: [BOB],
    slippage: 7_500_000,
    chainId: 964n,
    isPartial: true,
    isLinked: null,
    ...change,
  }
}

/** Limit orders that tests of their bytes, texts and refusals are about. */
import type { Address } from '../../src/shared/domain/address.ts'
import type { Hash } from '../../src/shared/domain/bytes.ts'
import type { LimitOrder } from '../../src/shared/domain/limit-order.ts'
import { netuid, raoPerAlpha } from '../../src/shared/domain/units.ts'

export const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
export const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
const HOTKEY = '5HK5tp6t2S59DywmHRWPBVJeJ86T61KjurYqeooqj8sREpeN' as Address
const RECIPIENT = '5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY' as Address
const DEVICE = '5EkanzEuqrGX8vyUNrHfBJutwD634HDph1amvAkiEdUZGJ9K' as Address
export const MOST = (1n << 64n) - 1n

/** What a hardware wallet was shown and signed, captured by the chain's own developers. */
export const V1: LimitOrder = {
  signer: '5CD9UfFv3FLd9BRP8tK7BumpEYvu2y3KZMuhUnDAhuzPbdtC' as Address,
  hotkey: HOTKEY,
  netuid: netuid(64),
  kind: 'LimitBuy',
  amount: { kind: 'fixed', value: 1_000_000_000n },
  price: raoPerAlpha(500_000_000n),
  expiry: 1_793_000_000n,
  fee: 8_500_000,
  feeRecipient: RECIPIENT,
  relayers: [BOB],
  slippage: 7_500_000,
  chainId: 1n,
  isPartial: true,
  isLinked: null,
}
export const V2: LimitOrder = { ...V1, signer: DEVICE, expiry: 1_793_000_000_000n, isLinked: false }
export const LINKED: LimitOrder = {
  ...V2,
  kind: 'TakeProfit',
  amount: {
    kind: 'linked',
    provider: '0x9f2c7e1d4b6a03f58e7d21c4a09b6538ef1247ac9d0b3e6521748fca35d09b6e' as Hash,
    part: 250_000_000,
  },
  isLinked: true,
}

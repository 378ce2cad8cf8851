/** Runtimes whose stake is told in another shape: what is still there is read by its name, and what is not is never guessed. */
import { describe, expect, it } from 'vitest'
import { type AccountKey, addressOfKey } from '#shared/domain/address.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import { readMetadata } from '#shared/runtime/metadata.ts'
import { StakeInfoRuntimeApi } from '../../../devnet/runtime/declared/apis/stake-info-runtime-api.ts'
import { runtime as declared } from '../../../devnet/runtime/declared/runtime.ts'
import { AccountId32 } from '../../../devnet/runtime/declared/types/primitives.ts'
import { generate } from '../../../devnet/runtime/metadata.ts'
import { struct } from '../../../devnet/runtime/named.ts'
import type { AnyTy } from '../../../devnet/runtime/node.ts'
import { bool, compact, seq, str, tuple, u16, u64 } from '../../../devnet/runtime/ty.ts'
import { memoryStore } from '../../../test/build/devnet-chain.ts'
import { createPlainReader } from './plain.ts'
import { STAKES } from './plain-reads.ts'
import type { Reading } from './reading.ts'

const [coldkey, hotkey] = [1, 2].map((n) => `0x${n.toString(16).padStart(64, '0')}` as AccountKey) as [
  AccountKey,
  AccountKey,
]
const fields = {
  hotkey: AccountId32,
  coldkey: AccountId32,
  netuid: compact(u16),
  stake: compact(u64),
  emission: compact(u64),
  is_registered: bool,
}
const stake = {
  hotkey: addressOfKey(hotkey),
  coldkey: addressOfKey(coldkey),
  netuid: 7,
  stake: 5_000_000_000n,
  emission: 12n,
  is_registered: true,
}

/** What the wallet reads from a runtime whose StakeInfo has these fields. */
async function readFrom(shape: Readonly<Record<string, AnyTy>>, told: object) {
  const changed = {
    ...StakeInfoRuntimeApi,
    methods: {
      ...StakeInfoRuntimeApi.methods,
      get_stake_info_for_coldkeys: {
        inputs: { coldkey_accounts: seq(AccountId32) },
        output: seq(
          tuple(AccountId32, seq(struct('pallet_subtensor::rpc_info::stake_info::StakeInfo', shape))),
        ),
      },
    },
  }
  const apis = declared.apis.map((api) => (api.name === changed.name ? changed : api))
  const runtime = readMetadata(generate({ ...declared, apis }, 16))
  const { value } = runtime.builder.buildRuntimeCall(STAKES.api, STAKES.method)
  const bytes: Uint8Array = value.enc([[addressOfKey(coldkey), [told]]])
  const reading = {
    genesis: `0x${'00'.repeat(32)}` as Hash,
    runtime: async () => runtime,
    call: async () => bytes,
  } as unknown as Reading
  return createPlainReader(memoryStore()).ask(STAKES, [coldkey], { reading, spec: 999 })
}

const row = { coldkey, hotkey, netuid: 7, stake: 5_000_000_000n, emission: 12n, registered: true }

describe('stake that is told in another shape', () => {
  it('is read by names, in whatever order and with whatever beside it', async () => {
    const { stake: amount, ...others } = fields
    const shape = { ...others, reason: str, stake: amount }
    expect(await readFrom(shape, { ...stake, reason: 'new in this runtime' })).toEqual([row])
  })

  it('is not told where a part of it has gone', async () => {
    const { stake: _, ...others } = fields
    const { stake: __, ...rest } = stake
    await expect(readFrom(others, rest)).rejects.toMatchObject({ code: 'unreadable' })
  })
})

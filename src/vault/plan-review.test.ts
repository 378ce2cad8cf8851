import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import type { ApprovalId } from '#shared/domain/approval.ts'
import { type Hash, toHex } from '#shared/domain/bytes.ts'
import type { Call, Proposal } from '#shared/domain/extrinsic.ts'
import { netuid, type Rao, ROOT, rao } from '#shared/domain/units.ts'
import { addStake } from '#shared/operations/add-stake.ts'
import { readMetadata } from '#shared/runtime/metadata.ts'
import { ALICE, alice, answerOf, aRoom, PASSWORD } from '../../test/build/room.ts'
import { finneyMetadata, hasFinney } from '../../test/fixtures/finney.ts'

const id = '1'.padStart(32, '0') as ApprovalId
const FINNEY = '0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03' as Hash

const stake = (amount: bigint): Call => {
  const { name, args } = addStake.build({
    hotkey: ALICE,
    netuid: ROOT,
    amount: rao(amount),
    limit: undefined,
  })
  return { name, args: { ...args } }
}
const send: Call = {
  name: 'Balances.transfer_keep_alive',
  args: { dest: { type: 'Id', value: ALICE }, value: 1n },
}
const move: Call = {
  name: 'SubtensorModule.transfer_stake',
  args: {
    destination_coldkey: ALICE,
    hotkey: ALICE,
    origin_netuid: netuid(1),
    destination_netuid: netuid(1),
    alpha_amount: 1n,
  },
}
const remark: Call = { name: 'System.remark', args: { remark: Uint8Array.of(1) } }
const inside = ({ name, args }: Call) => {
  const [type = '', method = ''] = name.split('.')
  return { type, value: { type: method, value: args } }
}
const batch = (how: string, ...calls: readonly Call[]): Call => ({
  name: `Utility.${how}`,
  args: { calls: calls.map(inside) },
})
const [one, two] = [stake(1n), stake(2n)]

describe.runIf(hasFinney)('a plan that is said to be the wallet’s own', () => {
  const metadata = hasFinney ? finneyMetadata() : new Uint8Array()
  const runtime = hasFinney ? readMetadata(metadata) : undefined

  const levels = async (call: Call) => {
    if (runtime === undefined) throw new Error('no metadata')
    const room = aRoom()
    await room.wallet['room.create']({ password: PASSWORD, autoLockMinutes: 15, first: alice })
    const proposal: Proposal = {
      account: ALICE,
      genesis: FINNEY,
      spec: 424,
      txVersion: 1,
      call: toHex(runtime.encodeCall(call)),
      tip: 0n as Rao,
      era: 64,
      requester: { kind: 'wallet' },
      checksMetadata: true,
    }
    const told = { id, proposal, metadata: base64.encode(metadata) }
    const review = answerOf(await room.approve['room.describe'](told))
    return {
      refused: review.findings.filter(({ level }) => level === 'refuse').map((each) => each.id),
      review,
    }
  }

  it.each(['batch_all', 'force_batch'])('is reviewed leg by leg as a %s', async (how) => {
    const { refused, review } = await levels(batch(how, one, two))
    expect(refused).toEqual([])
    expect(review.steps.map(({ path }) => path)).toEqual([`${how}[0]`, `${how}[1]`])
    expect(review.description.sentence[0]).toContain(
      how === 'batch_all' ? 'all of them or none' : 'One that fails does not stop the others',
    )
  })
  it.each([
    ['no call at all', batch('batch_all')],
    ['a call that is none of the wallet’s', batch('force_batch', one, remark)],
    ['a payment among its legs', batch('batch_all', one, send)],
    ['a gift of stake among its legs', batch('force_batch', one, move)],
    ['a batch inside it', batch('batch_all', one, batch('batch_all', two))],
    ['a batch that stops halfway', batch('batch', one, two)],
    [
      'a proxy around it',
      {
        name: 'Proxy.proxy',
        args: { real: { type: 'Id', value: ALICE }, call: inside(batch('batch_all', one)) },
      },
    ],
  ] as readonly (readonly [string, Call])[])('is refused for %s', async (_, call) => {
    expect((await levels(call)).refused).toEqual(['not-ours'])
  })
})

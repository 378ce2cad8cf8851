/** What a person can take along: their positions and what they signed, as tables. */
import { addressOfKey } from '#shared/domain/address.ts'
import type { Span } from '#shared/domain/description.ts'
import type { Named, Subnet } from '#shared/domain/directory.ts'
import type { Positions } from '#shared/domain/positions.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { printTao } from '#shared/domain/units.ts'
import { type Cell, csvOf } from '../../reading/csv.ts'

const number = (amount: bigint): Cell => ({ number: printTao(amount) })
const moment = (ms: number): string => new Date(ms).toISOString()

interface Beside {
  readonly names: readonly Named[]
  readonly subnets: readonly Subnet[]
}

export function positionsCsv(read: Positions | null, { names, subnets }: Beside): string {
  const head = [
    'Account',
    'Subnet',
    'Subnet name',
    'Validator',
    'Validator name',
    'Stake',
    'Worth in TAO',
    'Block',
    'Read at',
  ]
  const nameOf = new Map(names.map(({ hotkey, name }) => [hotkey, name]))
  const subnetOf = new Map(subnets.map(({ netuid, name }) => [netuid, name]))
  const rows = (read?.positions ?? []).map(({ coldkey, hotkey, netuid, alpha, worth }): readonly Cell[] => [
    coldkey,
    { number: String(netuid) },
    subnetOf.get(netuid) ?? '',
    addressOfKey(hotkey),
    nameOf.get(hotkey) ?? '',
    number(alpha),
    number(worth),
    { number: String(read?.block.number ?? 0) },
    moment(read?.readAt ?? 0),
  ])
  return csvOf(head, rows)
}

export function activityCsv(records: readonly TxRecord[]): string {
  const head = [
    'Signed at',
    'Account',
    'Network',
    'What',
    'State',
    'What happened',
    'Fee in TAO',
    'Block',
    'Hash',
  ]
  const rows = records.map(({ sentAt, account, network, description, state, hash }): readonly Cell[] => {
    const block = state.kind === 'in-block' || state.kind === 'final' ? state : undefined
    const outcome = block?.outcome
    const came = outcome?.kind === 'failed' ? `failed: ${outcome.pallet}.${outcome.error}` : state.kind
    return [
      moment(sentAt),
      account,
      network,
      plain(description.sentence),
      came,
      (outcome?.says ?? []).map(plain).join(' '),
      outcome?.fee === undefined ? '' : number(outcome.fee),
      block === undefined ? '' : { number: String(block.at.number) },
      hash,
    ]
  })
  return csvOf(head, rows)
}

function plain(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (typeof span === 'string') return span
      if ('rao' in span) return `${printTao(span.rao)} TAO`
      if ('alpha' in span) return `${printTao(span.alpha)} alpha of subnet ${span.netuid}`
      if ('price' in span) return `${printTao(span.price)} TAO`
      if ('netuid' in span) return `subnet ${span.netuid}`
      return Object.values(span).map(String).join(' ')
    })
    .join('')
}

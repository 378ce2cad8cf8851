/** Subnets as rows of a list: how they are found and sorted. */
import { type Directory, marketCap, type Subnet } from '#shared/domain/directory.ts'
import type { PricePoint } from '#shared/domain/history.ts'
import type { Netuid } from '#shared/domain/units.ts'
import { changeOf } from '../../ui/chart/change.ts'
import { holds, type Sort, type SortOption, sorted } from '../../ui/list/sort.ts'

export interface SubnetRow {
  readonly subnet: Subnet
  /** Basis points since the first price that was seen in the time looked at; undefined where none was. */
  readonly change: number | undefined
}

export type SubnetSort = 'cap' | 'price' | 'change' | 'emission' | 'number'
export const SUBNET_SORTS: readonly SortOption<SubnetRow, SubnetSort>[] = [
  { by: 'cap', label: 'Cap', goes: 'down', of: ({ subnet }) => marketCap(subnet) },
  { by: 'price', label: 'Price', goes: 'down', of: ({ subnet }) => subnet.price },
  { by: 'change', label: 'Change', goes: 'down', of: ({ change }) => change },
  { by: 'emission', label: 'Emission', goes: 'down', of: ({ subnet }) => subnet.emission.tao },
  { by: 'number', label: 'No.', goes: 'up', of: ({ subnet }) => subnet.netuid },
]

/** Without root, which has neither pool nor price. */
export function subnetRows(directory: Directory, since: readonly PricePoint[]): readonly SubnetRow[] {
  const before = new Map(since.map(({ netuid, price }) => [netuid, price]))
  return directory.subnets
    .filter(({ netuid }) => netuid !== 0)
    .map((subnet) => {
      const was = before.get(subnet.netuid)
      return { subnet, change: was === undefined ? undefined : changeOf(was, subnet.price) }
    })
}

export interface SubnetChoice {
  readonly typed: string
  readonly sort: Sort<SubnetSort>
  /** Those a person marked stand first. */
  readonly isFavourite: (netuid: Netuid) => boolean
}

export function shownSubnets(
  rows: readonly SubnetRow[],
  { typed, sort, isFavourite }: SubnetChoice,
): readonly SubnetRow[] {
  const found = rows.filter(({ subnet: { netuid, name, symbol } }) =>
    holds(typed, name, symbol, `SN${netuid}`, String(netuid)),
  )
  const inOrder = sorted(found, sort, SUBNET_SORTS)
  return [
    ...inOrder.filter(({ subnet }) => isFavourite(subnet.netuid)),
    ...inOrder.filter(({ subnet }) => !isFavourite(subnet.netuid)),
  ]
}

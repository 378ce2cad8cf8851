/** What can be done with a position, and why something cannot. */
import type { Account } from '#shared/domain/account.ts'
import type { Subnet } from '#shared/domain/directory.ts'
import type { Offer } from '#shared/domain/offer.ts'
import { hiddenWords } from '../possible/hidden-words.ts'

export interface Doable {
  /** The operation's id. */
  readonly id: string
  readonly title: string
  readonly about: string
  /** Why not; undefined when it can be done. */
  readonly barred: string | undefined
}

export interface DoableFrom {
  readonly isRoot: boolean
  readonly account: Account | undefined
  /** Undefined while it is not known. */
  readonly subnet: Subnet | undefined
  /** Undefined while no runtime was read. */
  readonly offers: Readonly<Record<string, Offer>> | undefined
  /** Whether anything of it can leave; undefined while that is not known. */
  readonly canLeave: boolean | undefined
}

type Where = 'everywhere' | 'root' | 'subnets'
interface Way {
  readonly id: string
  readonly where: Where
  readonly title: string
  readonly about: string
  /** Whether stake goes out of the position. */
  readonly leaves: boolean
}

const WAYS: readonly Way[] = [
  {
    id: 'add-stake',
    where: 'everywhere',
    title: 'Stake more',
    about: 'With the same validator, here',
    leaves: false,
  },
  {
    id: 'remove-stake',
    where: 'everywhere',
    title: 'Unstake',
    about: 'Into TAO you can spend at once',
    leaves: true,
  },
  {
    id: 'move-stake',
    where: 'everywhere',
    title: 'To another validator',
    about: 'In the same subnet, without a trade',
    leaves: false,
  },
  {
    id: 'swap-stake',
    where: 'everywhere',
    title: 'To another subnet',
    about: 'With the same validator, through both pools',
    leaves: true,
  },
  {
    id: 'transfer-stake',
    where: 'everywhere',
    title: 'To another account',
    about: 'The stake itself, not the TAO it is worth',
    leaves: true,
  },
  {
    id: 'lock-stake',
    where: 'subnets',
    title: 'Lock',
    about: 'Backs its validator to own the subnet; stays in for long',
    leaves: false,
  },
  {
    id: 'claim-root',
    where: 'root',
    title: 'Claim dividends',
    about: 'What root has earned in the subnets',
    leaves: false,
  },
  {
    id: 'claim-root-with-hotkey',
    where: 'root',
    title: 'Claim from this validator',
    about: 'What it has set aside for you',
    leaves: false,
  },
]

/**
 * What this runtime, this account and this subnet allow. What the wallet does not do at all is left out, and so is what
 * this chain has no call for.
 */
export function doableWith(from: DoableFrom): readonly Doable[] {
  const { isRoot, offers } = from
  return WAYS.filter(
    ({ id, where }) =>
      (where === 'everywhere' || (where === 'root') === isRoot) &&
      (offers === undefined || Object.keys(offers).length === 0 || isThere(offers[id])),
  ).map((way) => ({ id: way.id, title: way.title, about: way.about, barred: barredBy(way, from) }))
}

function isThere(offer: Offer | undefined): boolean {
  return offer !== undefined && !(offer.kind === 'hidden' && offer.why === 'missing')
}

function barredBy(
  { id, leaves }: Way,
  { account, subnet, offers, canLeave, isRoot }: DoableFrom,
): string | undefined {
  if (account?.kind !== 'local') return 'The key of this account is not in this wallet.'
  const offer = offers?.[id]
  if (offer?.kind === 'hidden') return hiddenWords(offer)
  if (!isRoot && subnet?.open === false) return 'This subnet has not started trading.'
  if (id === 'transfer-stake' && subnet?.transfers === false)
    return 'This subnet does not let stake go to other accounts.'
  if (leaves && canLeave === false) return 'All of it is locked.'
  return undefined
}

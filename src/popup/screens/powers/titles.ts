/** What the kinds of power are called here, and in which order they are offered. The chain's own names mislead, so they come second. */
import { proxyWords } from '#shared/operations/proxy-types.ts'

/** Of those the live runtime may offer (ProxyType, spec 424 to 459); the others go by the chain's name. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['RootClaim', 'Claim root dividends'],
  ['ChildKeys', 'Set child hotkeys'],
  ['SubnetLeaseBeneficiary', 'Run a leased subnet'],
  ['Registration', 'Register hotkeys'],
  ['SwapHotkey', 'Exchange hotkeys'],
  ['BasketTrading', 'Trade what baskets hold'],
  ['Owner', 'Run your subnets'],
  ['Staking', 'Stake and unstake'],
  ['NonFungible', 'What moves neither TAO nor stake'],
  ['NonTransfer', 'All but transfers'],
  ['SudoUncheckedSetCode', 'Replace the runtime'],
  ['SmallTransfer', 'Send small amounts'],
  ['Transfer', 'Send everything away'],
  ['NonCritical', 'Nearly everything'],
  ['Any', 'Everything'],
])

export function powerTitle(type: string): string {
  return TITLES.get(type) ?? type
}

const REACHES = ['nothing', 'little', 'risks', 'takes'] as const

/** By how far they go, least first; what there are no words for may be anything, and comes last. */
export function byReach<T extends { readonly name: string }>(types: readonly T[]): readonly T[] {
  const places = [...TITLES.keys()]
  const reach = ({ name }: T): number => {
    const words = proxyWords(name)
    return words === undefined ? REACHES.length : REACHES.indexOf(words.reach)
  }
  return types.toSorted((a, b) => reach(a) - reach(b) || places.indexOf(a.name) - places.indexOf(b.name))
}

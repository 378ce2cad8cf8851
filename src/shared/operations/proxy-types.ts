/** What each proxy type lets another key do, in words (Proxy and its filters, spec 424 to 459). */

export interface ProxyWords {
  /** After "may": everything it reaches. */
  readonly may: string
  /** What it cannot reach, where that is worth a word. */
  readonly not?: string
  /** How far it goes: it can take what is there, it can lose or tie it up, or it touches nothing of worth. */
  readonly reach: 'takes' | 'risks' | 'little' | 'nothing'
}

const NOTHING: ProxyWords = {
  may: 'do nothing any more: the chain keeps the name alone',
  reach: 'nothing',
}

const WORDS: Readonly<Record<string, ProxyWords>> = {
  Any: {
    may: 'do everything you can: send all TAO and stake away, give others power, and hand the account over',
    reach: 'takes',
  },
  Owner: {
    may: 'set the parameters, the identity and the symbol of subnets this account owns',
    not: 'It cannot move TAO or stake.',
    reach: 'risks',
  },
  NonCritical: {
    may: 'do nearly everything: send TAO and stake away, trade, and give others power',
    not: 'It cannot dissolve or register, and cannot hand the account over. That it is called non-critical does not keep your money in.',
    reach: 'takes',
  },
  NonTransfer: {
    may: 'stake, unstake and swap at any price, and manage the other keys that may act for the account',
    not: 'It cannot use transfers. Some runtimes let it reach crowdloans and contracts, which can take TAO.',
    reach: 'risks',
  },
  NonFungible: {
    may: 'do what neither transfers TAO nor touches stake, like setting identities and weights',
    not: 'It cannot register or swap keys. Some runtimes let it reach crowdloans and contracts, which can take TAO.',
    reach: 'risks',
  },
  Staking: {
    may: 'stake, unstake, move and swap stake, with any validator and at any price',
    not: 'It cannot send TAO or stake to others. A bad trade can still lose much of it.',
    reach: 'risks',
  },
  Registration: {
    may: 'register hotkeys on subnets, and pay for it with your TAO',
    reach: 'risks',
  },
  Transfer: {
    may: 'send all TAO and all stake to anybody',
    reach: 'takes',
  },
  SmallTransfer: {
    may: 'send TAO and stake to anybody, less than 0.5 at a time but as often as it likes',
    reach: 'takes',
  },
  ChildKeys: {
    may: 'set the child hotkeys of your hotkeys and their take',
    not: 'It cannot move TAO or stake.',
    reach: 'little',
  },
  SwapHotkey: {
    may: 'exchange your hotkeys for others, and pay for it with your TAO',
    reach: 'risks',
  },
  RootClaim: {
    may: 'claim root dividends for you',
    not: 'It cannot move TAO or stake.',
    reach: 'little',
  },
  BasketTrading: {
    may: 'exchange what the baskets of your validators hold',
    not: 'It cannot take anything out of them.',
    reach: 'risks',
  },
  SubnetLeaseBeneficiary: {
    may: 'start a leased subnet and set some of its parameters',
    not: 'It cannot move TAO or stake.',
    reach: 'little',
  },
  SudoUncheckedSetCode: {
    may: 'replace the runtime, where this account is the chain’s root key',
    reach: 'risks',
  },
  Senate: NOTHING,
  Triumvirate: NOTHING,
  Governance: NOTHING,
  RootWeights: NOTHING,
}

/** A type without words may be anything. */
export function proxyWords(type: string): ProxyWords | undefined {
  return Object.hasOwn(WORDS, type) ? WORDS[type] : undefined
}

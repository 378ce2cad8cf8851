/** A coldkey that hands over to another: announced, carried out, disputed, withdrawn. */
import { keyHash } from '#shared/domain/address.ts'
import { rao, TAO } from '#shared/domain/units.ts'
import { announceColdkeySwap } from '#shared/operations/announce-coldkey-swap.ts'
import { clearColdkeySwap } from '#shared/operations/clear-coldkey-swap.ts'
import { disputeColdkeySwap } from '#shared/operations/dispute-coldkey-swap.ts'
import type { AnnouncedSwap, Known, SwapTerms } from '#shared/operations/fact-shapes.ts'
import { swapColdkey } from '#shared/operations/swap-coldkey.ts'
import { tableOf } from '../build/told.ts'
import { ALICE, BOB } from '../build/words.ts'
import { ANNOUNCED, DISPUTED, FREE_OF_SWAP, feeTold, HASH, insufficientTold, PURSE } from './purse.ts'

const { own, deposit, fee } = PURSE
const FREE_PURSE = { own, deposit, fee }
/** Executable at block 36,000, changed or withdrawn 7,200 blocks later. */
const TERMS: SwapTerms = { wait: 36_000, rest: 7_200, cost: rao(TAO / 10n) }
const KNOWN: Known = { address: BOB, staked: false, isHotkey: false }
const FRESH = { staked: false, isHotkey: false }

export const announceColdkeySwapTable = tableOf(announceColdkeySwap, {
  params: { hash: HASH },
  facts: { ...FREE_PURSE, known: KNOWN, announced: undefined, terms: TERMS, best: 100 },
  told: [
    feeTold,
    { ...feeTold, where: { facts: { ...feeTold.where.facts, announced: ANNOUNCED } } },
    insufficientTold((cost) => ({ facts: { terms: { ...TERMS, cost } } })),
    {
      ...insufficientTold((cost) => ({ facts: { terms: { ...TERMS, cost } } })),
      not: { facts: { terms: { ...TERMS, cost: rao(100n * TAO) }, announced: ANNOUNCED } },
    },
    {
      id: 'key-swap',
      weight: 'type SWAP',
      says: 'All TAO, all stake and every hotkey go to the new key after about five days. For about six days nothing takes this back; a dispute freezes the account instead.',
      where: {},
      not: 'always',
    },
    {
      id: 'unknown-key',
      weight: 'danger',
      says: 'Taokey does not know whose fingerprint this is. Add the account to yours or to your contacts first, so that it can be checked: a wrong one costs six days.',
      where: { facts: { known: undefined } },
      not: { facts: { known: KNOWN } },
    },
    {
      id: 'known-key',
      weight: 'note',
      says: 'It is the fingerprint of Bob.',
      where: { facts: { known: KNOWN } },
      not: { facts: { known: undefined } },
    },
    {
      id: 'is-hotkey',
      weight: 'blocks',
      says: 'Bob is a hotkey: it cannot take an account over.',
      where: { facts: { known: { ...KNOWN, isHotkey: true } } },
      not: { facts: { known: KNOWN } },
    },
    {
      id: 'has-staked',
      weight: 'blocks',
      says: 'Bob has staked before: only a fresh account can take over.',
      where: { facts: { known: { ...KNOWN, staked: true } } },
      not: { facts: { known: KNOWN } },
    },
    {
      id: 'terms',
      weight: 'note',
      says: 'It costs τ0.1, which is not given back, and can be carried out after 36,000 blocks, about 5 days.',
      where: { facts: { announced: undefined } },
      not: { facts: { announced: ANNOUNCED } },
    },
    {
      id: 'disputed',
      weight: 'blocks',
      says: 'The swap of this account is disputed: the account is frozen.',
      where: { facts: { announced: DISPUTED, best: 43_200 } },
      not: { facts: { announced: ANNOUNCED, best: 43_200 } },
    },
    {
      id: 'too-early',
      weight: 'blocks',
      says: 'A swap is announced already. It can be changed from block 43200 on, in about 1 minute.',
      where: { facts: { announced: ANNOUNCED, best: 43_199 } },
      not: { facts: { announced: ANNOUNCED, best: 43_200 } },
    },
    {
      id: 'replaces',
      weight: 'caution',
      says: 'This replaces the swap that is announced, and the wait begins again.',
      where: { facts: { announced: ANNOUNCED, best: 43_200 } },
      not: { facts: { announced: ANNOUNCED, best: 43_199 } },
    },
  ],
  never: FREE_OF_SWAP,
})

const forBob: AnnouncedSwap = { ...ANNOUNCED, hash: keyHash(BOB) }

export const swapColdkeyTable = tableOf(swapColdkey, {
  params: { to: BOB },
  facts: { ...FREE_PURSE, announced: forBob, standing: FRESH, best: 36_000 },
  told: [
    feeTold,
    {
      id: 'key-swap',
      weight: 'type SWAP',
      says: 'Everything goes to the new account, and this one is closed. There is no way back.',
      where: {},
      not: 'always',
    },
    {
      id: 'not-announced',
      weight: 'blocks',
      says: 'No swap of this account is announced. Announce it first.',
      where: { facts: { announced: undefined } },
      not: { facts: { announced: forBob } },
    },
    {
      id: 'disputed',
      weight: 'blocks',
      says: 'The swap is disputed: the account is frozen.',
      where: { facts: { announced: { ...forBob, disputed: true } } },
      not: { facts: { announced: forBob } },
    },
    {
      id: 'other-key',
      weight: 'blocks',
      says: 'This is not the account that was announced.',
      where: { params: { to: ALICE } },
      not: { params: { to: BOB } },
    },
    {
      id: 'too-early',
      weight: 'blocks',
      says: 'It can be carried out from block 36000 on, in about 1 minute.',
      where: { facts: { best: 35_999 } },
      not: { facts: { best: 36_000 } },
    },
    {
      id: 'is-hotkey',
      weight: 'blocks',
      says: 'The new account is a hotkey: it cannot take over.',
      where: { facts: { standing: { ...FRESH, isHotkey: true } } },
      not: { facts: { standing: FRESH } },
    },
    {
      id: 'has-staked',
      weight: 'blocks',
      says: 'The new account has staked before: only a fresh one can take over.',
      where: { facts: { standing: { ...FRESH, staked: true } } },
      not: { facts: { standing: FRESH } },
    },
  ],
  never: FREE_OF_SWAP,
})

export const disputeColdkeySwapTable = tableOf(disputeColdkeySwap, {
  params: {},
  facts: { ...FREE_PURSE, announced: ANNOUNCED },
  told: [
    feeTold,
    {
      id: 'freezes',
      weight: 'type FREEZE',
      says: 'Nothing leaves this account any more, by you or by anybody else, until those who run the chain decide. For a key that was stolen; for nothing else.',
      where: {},
      not: 'always',
    },
    {
      id: 'not-announced',
      weight: 'blocks',
      says: 'No swap of this account is announced: there is nothing to dispute.',
      where: { facts: { announced: undefined } },
      not: { facts: { announced: ANNOUNCED } },
    },
    {
      id: 'disputed',
      weight: 'blocks',
      says: 'It is disputed already.',
      where: { facts: { announced: DISPUTED } },
      not: { facts: { announced: ANNOUNCED } },
    },
  ],
  never: FREE_OF_SWAP,
})

export const clearColdkeySwapTable = tableOf(clearColdkeySwap, {
  params: {},
  facts: { ...FREE_PURSE, announced: ANNOUNCED, terms: TERMS, best: 43_200 },
  told: [
    feeTold,
    {
      id: 'not-announced',
      weight: 'blocks',
      says: 'No swap of this account is announced.',
      where: { facts: { announced: undefined } },
      not: { facts: { announced: ANNOUNCED } },
    },
    {
      id: 'disputed',
      weight: 'blocks',
      says: 'The swap is disputed: the account is frozen.',
      where: { facts: { announced: DISPUTED } },
      not: { facts: { announced: ANNOUNCED } },
    },
    {
      id: 'too-early',
      weight: 'blocks',
      says: 'It can be withdrawn from block 43200 on, in about 24 hours. Until then only a dispute stops it.',
      where: { facts: { best: 36_000 } },
      not: { facts: { best: 43_200 } },
    },
    {
      id: 'too-early',
      weight: 'blocks',
      says: 'It can be withdrawn from block 43200 on, in about 1 minute. Until then only a dispute stops it.',
      where: { facts: { best: 43_199 } },
      not: { facts: { best: 43_200 } },
    },
  ],
  never: FREE_OF_SWAP,
})

/** The form of an operation as it stands in a wallet with stake, with a background that quotes whatever is asked. */
import { OperationScreen } from '../../src/popup/screens/operation/operation.tsx'
import { type Draft, type Quote, REST_MS } from '../../src/popup/screens/operation/quoter.ts'
import type { Filled, TypedFields } from '../../src/popup/screens/operation/typed.ts'
import { addressOfKey } from '../../src/shared/domain/address.ts'
import type { Offer } from '../../src/shared/domain/offer.ts'
import type { StakePosition } from '../../src/shared/domain/positions.ts'
import { fail, ok } from '../../src/shared/domain/result.ts'
import type { Crowdloan } from '../../src/shared/domain/standing.ts'
import { alphaRao, netuid, rao, raoPerAlpha } from '../../src/shared/domain/units.ts'
import { type Drawn, pass } from './drawn.tsx'
import { drawScreen } from './drawn-wallet.tsx'
import { aPosition, keyOfSeed, online, somePositions, stakedTopics, taken } from './staking-topics.ts'

export const HOTKEY = addressOfKey(keyOfSeed(9))
export const QUOTE: Quote = {
  fee: rao(1_702_000n),
  own: null,
  most: { rao: rao(154_100_300_000n) },
  after: rao(129_000_000_000n),
  params: {},
  trades: [
    {
      gives: { rao: rao(25_000_000_000n) },
      gets: { alpha: alphaRao(244_810_000_000n), netuid: netuid(64) },
      atLeast: { alpha: alphaRao(243_780_000_000n), netuid: netuid(64) },
      fee: { rao: rao(12_588_000n) },
      spot: raoPerAlpha(101_970_000n),
      limit: raoPerAlpha(102_510_000n),
      impact: 21,
    },
  ],
  findings: [],
  shieldable: false,
  block: { number: '6912004', hash: taken.block.hash },
}

export interface Given {
  readonly id?: string
  readonly filled?: Filled
  readonly offer?: Offer
  readonly safeModeUntil?: number
  readonly best?: number
  readonly quoted?: Partial<Quote>
  readonly typed?: TypedFields
  readonly crowdloans?: readonly Crowdloan[]
  /** One, unless told otherwise. */
  readonly positions?: readonly StakePosition[]
  /** What the account has published; undefined where the chain does not answer. */
  readonly published?: Readonly<Record<string, string>> | undefined
}
export interface OpenForm extends Drawn {
  /** The values of the last quote that was asked for. */
  last(): Draft['values']
  rest(): Promise<void>
}

/** Draws it among those of `open`, which are taken away after the test. */
export async function drawForm(open: Drawn[], given: Given = {}): Promise<OpenForm> {
  const { id = 'add-stake', filled = {}, typed, offer, safeModeUntil, best, quoted } = given
  const asked: Draft[] = []
  const background = {
    'operations.quote': async (draft: Draft) => {
      asked.push(draft)
      return ok({ ...QUOTE, ...quoted })
    },
    'history.pricesSince': async () => ok({ points: [] }),
    'history.earned': async () => ok({ earned: [] }),
    'standing.crowdloans': async () => ok({ block: taken.block, crowdloans: given.crowdloans ?? [] }),
    'standing.identity': async () =>
      given.published === undefined
        ? fail({ code: 'offline', details: undefined })
        : ok({ block: taken.block, parts: given.published }),
    'directory.validators': async () => ok({ netuid: netuid(64), block: taken.block, validators: [] }),
  }
  const topics = {
    ...stakedTopics(somePositions(given.positions ?? [aPosition()])),
    chain: { ...online, ...(best !== undefined && { best }) },
    offers: offer === undefined ? {} : { [id]: offer },
    network: {
      facts: {
        ...taken,
        spec: 424,
        issued: null,
        staked: null,
        reward: null,
        safeModeUntil: safeModeUntil ?? null,
      },
      fresh: true,
    },
  }
  const screen = <OperationScreen id={id} filled={filled} typed={typed} onReview={() => {}} />
  const drawn = await drawScreen(open, screen, { background, topics })
  await pass(REST_MS)
  return { ...drawn, last: () => asked.at(-1)?.values ?? {}, rest: () => pass(REST_MS) }
}

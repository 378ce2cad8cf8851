/** Which operations the live runtime has, with the arguments the wallet knows. */
import type { Of } from '#shared/codec.ts'
import { operations } from '#shared/operations/index.ts'
import { offerOf } from '#shared/operations/offer.ts'
import type { popupTopics } from '#shared/protocol/popup-contract.ts'
import { isAway } from '../away.ts'
import type { Chain } from '../chain/chain.ts'

export type Offers = Of<(typeof popupTopics)['offers']['value']>

/** Nothing while no runtime can be read. */
export async function readOffers({ live }: Pick<Chain, 'live'>): Promise<Offers> {
  try {
    const { runtime } = await live()
    return Object.fromEntries(
      Object.entries(operations).map(([id, operation]) => [id, offerOf(operation, runtime)]),
    )
  } catch (cause) {
    if (isAway(cause)) return {}
    throw cause
  }
}

/** What no call says: the terms of a signature, for how long and on which chain it counts. */
import type { Hash } from '../domain/bytes.ts'
import type { Finding } from '../domain/description.ts'
import { NETWORKS } from '../domain/network.ts'
import type { Rao } from '../domain/units.ts'
import { caution, danger } from '../operations/findings.ts'

export interface Terms {
  readonly tip: Rao
  /** In blocks; null for ever. */
  readonly era: number | null
}

/** Longer than anybody needs to send what was signed, in blocks: two hours of twelve seconds. */
const LONG_LIFE = 512

export function termFindings({ tip, era }: Terms): readonly Finding[] {
  return [
    ...(tip > 0n
      ? [
          danger('tip', [
            'A tip of ',
            { rao: tip },
            ' goes to the block’s author. This chain gives nothing for it.',
          ]),
        ]
      : []),
    ...(era === null
      ? [
          danger('immortal', [
            'This never expires: whoever holds the signature can send it at any later time.',
          ]),
        ]
      : era > LONG_LIFE
        ? [caution('long-life', [`The signature stays valid for ${era} blocks.`])]
        : []),
  ]
}

interface SiteTerms extends Terms {
  readonly genesis: Hash
  /** Whether the node knows the block the life begins at. */
  readonly birth: 'seen' | 'unseen'
}

/** A site chooses its terms itself: also what the wallet's own forms cannot do is told. */
export function siteTermFindings(terms: SiteTerms): readonly Finding[] {
  const isTest = terms.genesis === NETWORKS.test.genesis
  return [
    ...termFindings(terms),
    ...(terms.genesis === NETWORKS.finney.genesis
      ? []
      : [
          caution('other-chain', [
            isTest
              ? 'TEST network: nothing here is worth anything on Finney.'
              : 'LOCAL network: it is not Finney.',
          ]),
        ]),
    ...(terms.birth === 'seen'
      ? []
      : [
          caution('birth-unseen', [
            'Your node does not know the block this begins at, so it cannot tell how long this stays valid.',
          ]),
        ]),
  ]
}

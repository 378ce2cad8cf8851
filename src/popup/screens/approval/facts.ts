/** What a review says besides the call: for which chain, how long, and who vouches for the words. */
import { NAME_LIMIT, tidyName } from '#shared/domain/account.ts'
import { type Address, keyOf, shorten } from '#shared/domain/address.ts'
import type { Approval } from '#shared/domain/approval.ts'
import type { Hash } from '#shared/domain/bytes.ts'
import type { Finding } from '#shared/domain/description.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { AnyConsent, PayloadConsent } from '#shared/domain/extrinsic.ts'
import { NETWORKS, type NetworkId } from '#shared/domain/network.ts'
import type { Netuid } from '#shared/domain/units.ts'
import { cleanText } from '#shared/domain/untrusted.ts'
import type { Review, SiteReview } from '#shared/protocol/vault-contract.ts'
import type { Known } from '../../reading/known.ts'
import type { Names } from '../../ui/spans.tsx'
import { printBlocks } from '../activity/steps.ts'

/** Networks are told apart by genesis alone: whatever else calls itself Finney is a local chain. */
export function networkOf(genesis: Hash): NetworkId {
  if (genesis === NETWORKS.finney.genesis) return 'finney'
  return genesis === NETWORKS.test.genesis ? 'test' : 'local'
}

/** Whether what would be signed counts on the network it is said to be for. */
export function networkFindings(
  { network, request }: Pick<Approval, 'network' | 'request'>,
  genesis: Hash,
): readonly Finding[] {
  const real = networkOf(genesis)
  if (real === network && genesisOf(request) === genesis) return []
  return [
    {
      id: 'other-network',
      level: 'refuse',
      text: [
        `This was asked for on ${NETWORKS[network].name}, and would be signed for ${NETWORKS[real].name}.`,
      ],
    },
  ]
}

/** The chain something is asked for on; undefined for what counts on none. */
export function genesisOf(request: Approval['request']): Hash | undefined {
  switch (request.kind) {
    case 'proposal':
      return request.proposal.genesis
    case 'payload':
      return request.payload.genesis
    case 'message':
    case 'connect':
      return undefined
  }
}

/** What validators and subnets call themselves on the chain. */
export type Claims = Pick<Known, 'validator' | 'subnet'>

/**
 * Names in a review. Own accounts are called what the room calls them. Any other name is the background's word and could
 * be anybody's, so the address stays beside it; what somebody calls himself on the chain is quoted.
 */
export function reviewNames(own: Review['own'], names: Names, { validator, subnet }: Claims): Names {
  const nameOf = (address: Address): string | undefined => {
    const mine = own.find((account) => account.address === address)
    if (mine !== undefined) return mine.name === '' ? undefined : mine.name
    const given = names(address)
    if (given !== undefined) return `${tidyName(given)} (${shorten(address)})`
    const claimed = cleanText(validator(keyOf(address))?.name ?? '', NAME_LIMIT)
    return claimed === '' ? undefined : `“${claimed}” (${shorten(address)})`
  }
  return Object.assign(nameOf, { subnet: (netuid: Netuid) => subnet(netuid)?.name })
}

/** Who vouches that the words are what the bytes do. */
export function vouching(consent: AnyConsent): Finding | undefined {
  // Of what a site asks the room itself says it.
  if (consent.kind === 'message' || consent.kind === 'payload' || consent.metadataHash !== null)
    return undefined
  const { spec } = consent
  return {
    id: 'unchecked-metadata',
    level: 'caution',
    text: [
      `These details rely on your node: the runtime (spec ${spec}) does not check them itself. With a node that lies, the call could be another.`,
    ],
  }
}

export function lifetimeOf({ era }: Pick<PayloadConsent, 'era'>): string {
  if (era === null) return 'ever: it does not expire'
  return `${era} blocks once signed, about ${printBlocks(era)}`
}

/** Whether a site's transaction was made for another reading of the call than this one: it is turned away at once. */
export function isOfOtherDigest(
  { request }: Pick<Approval, 'request'>,
  { metadataHash }: Pick<SiteReview, 'metadataHash'>,
): boolean {
  if (request.kind !== 'payload') return false
  return request.payload.metadataHash !== null && request.payload.metadataHash !== metadataHash
}

/** Whether nothing can come of it any more: reading it again would only say the same. */
export function isOver(failure: Failure): boolean {
  switch (failure.code) {
    case 'expired':
    case 'not-found':
    case 'unreadable':
      return true
    case 'stale':
      return failure.details.moved === 'runtime' || failure.details.moved === 'approval'
    default:
      return false
  }
}

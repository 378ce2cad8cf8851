/** What a proposal is, read from its bytes in this room: what the screen shows, and the consent it stands for. */

import { fromHex } from '#shared/domain/bytes.ts'
import type { Finding } from '#shared/domain/description.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { consentDigest, consentTo, type Proposal } from '#shared/domain/extrinsic.ts'
import { NETWORKS } from '#shared/domain/network.ts'
import { type Intent, isPlan, readCall } from '#shared/operations/index.ts'
import type { Review } from '#shared/protocol/vault-contract.ts'
import { explain } from '#shared/review/explain.ts'
import { termFindings } from '#shared/review/terms.ts'
import { localAccount } from './book.ts'
import { isAsBuiltIn } from './built-in-calls.ts'
import type { ShownReview } from './consents.ts'
import type { OpenVault } from './envelope.ts'
import type { KnownRuntime } from './runtimes.ts'
import { envelopeCallOf } from './shield.ts'

/**
 * Decodes the proposed call with the given runtime and puts it in words. Nothing of the description comes from the
 * background: it supplied the bytes alone, and where the chain checks metadata, false ones make a signature worthless.
 * @throws WalletError `not-found` for an account that cannot sign, `stale` for another runtime than the proposal's,
 * `unreadable` for bytes that are not exactly one call
 * @param isRepeated whether the very same was signed before
 */
export function describeProposal(
  vault: OpenVault,
  { proposal, isRepeated }: { proposal: Proposal; isRepeated: boolean },
  { runtime, digest }: KnownRuntime,
): Review & Pick<ShownReview, 'envelopeCall'> {
  const account = localAccount(vault, proposal.account)
  if (runtime.spec !== proposal.spec || runtime.txVersion !== proposal.txVersion) {
    throw new WalletError('stale', { moved: 'runtime' })
  }
  const bytes = fromHex(proposal.call)
  const call = runtime.decodeCall(bytes)
  const intent = readCall(call)
  const own = vault.sealed.accounts.map(({ address, name }) => ({ address, name }))
  const { description, steps, effects, findings } = explain(call, {
    signer: proposal.account,
    own: own.map(({ address }) => address),
    isSite: false,
  })
  const consent = consentTo(proposal, digest)
  return {
    account,
    own,
    description,
    steps,
    effects,
    findings: [
      ...findings,
      ...ownFindings(intent, call.name),
      ...(proposal.checksMetadata ? [] : uncheckedFindings(proposal, isAsBuiltIn(call, bytes))),
      ...(isRepeated ? [REPEATED] : []),
      ...termFindings(proposal),
      ...(proposal.shielded === true ? [SHIELDED] : []),
    ],
    consent,
    ...(proposal.shielded === true && { envelopeCall: envelopeCallOf(runtime) }),
    digest: consentDigest(consent),
    metadataHash: digest,
    callName: call.name,
  }
}

const SHIELDED: Finding = {
  id: 'shielded',
  level: 'note',
  text: [
    'Sent in an envelope that only the author of the block it is for can open. Its own small fee is paid also when that author misses the block.',
  ],
}

/** Only the room can say so for certain: what became of the first is the background's word. */
export const REPEATED: Finding = {
  id: 'signed-before',
  level: 'caution',
  text: ['You agreed to the very same since you unlocked, and it was signed. This would be a second one.'],
}

/**
 * Proposals come from the wallet's forms and plans. One that neither makes is not its own, whoever says so or names a site as
 * the one that asks: sites ask in a way of their own, and are reviewed as such.
 */
function ownFindings(intent: Intent, name: string): readonly Finding[] {
  const isOffered = intent.kind === 'operation' && intent.operation.form !== undefined
  if (isOffered || isPlan(intent)) return []
  return [
    {
      id: 'not-ours',
      level: 'refuse',
      text: [
        'Taokey never asks for ',
        { code: name },
        ' by itself. Something in this wallet does what it should not.',
      ],
    },
  ]
}

/**
 * Findings where the chain will not check what was shown. That it does not is the background's word, so it must not be
 * the easy way to have one thing shown and another signed; nor to have signed here what counts on another chain.
 */
export function uncheckedFindings(
  { genesis }: Pick<Proposal, 'genesis'>,
  isCompared: boolean,
  why = 'this runtime does not check them',
): readonly Finding[] {
  const isKnownChain = Object.values(NETWORKS).some((network) => network.genesis === genesis)
  return [
    isCompared
      ? {
          id: 'node-only',
          level: 'caution',
          text: [`These details rely on your node: ${why}.`],
        }
      : {
          id: 'node-only',
          level: 'danger',
          text: [
            `These details rely on your node: ${why}, and Taokey cannot compare them with anything. A node that lies could have you sign another call.`,
          ],
        },
    ...(isKnownChain
      ? []
      : [
          {
            id: 'unknown-chain',
            level: 'danger',
            text: [
              'Taokey does not know this chain, and nothing binds the signature to what is shown: it could count on another network where you use this key.',
            ],
          } as const,
        ]),
  ]
}

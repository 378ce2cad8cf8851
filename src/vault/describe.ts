/** What a proposal is, read from its bytes in this room: what the screen shows, and the consent it stands for. */

import { fromHex } from '#shared/domain/bytes.ts'
import type { Finding } from '#shared/domain/description.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { consentDigest, consentTo, type Proposal } from '#shared/domain/extrinsic.ts'
import { explain } from '#shared/operations/explain.ts'
import { readCall } from '#shared/operations/index.ts'
import type { Review } from '#shared/protocol/vault-contract.ts'
import { localAccount } from './book.ts'
import type { OpenVault } from './envelope.ts'
import type { KnownRuntime } from './runtimes.ts'

/**
 * Decodes the proposed call with the given runtime and puts it in words. Nothing of the description comes from the
 * background: it supplied the bytes alone, and where the chain checks metadata, false ones make a signature worthless.
 * @throws WalletError `not-found` for an account that cannot sign, `stale` for another runtime than the proposal's,
 * `unreadable` for bytes that are not exactly one call
 */
export function describeProposal(
  vault: OpenVault,
  proposal: Proposal,
  { runtime, digest }: KnownRuntime,
): Review {
  const account = localAccount(vault, proposal.account)
  if (runtime.spec !== proposal.spec || runtime.txVersion !== proposal.txVersion) {
    throw new WalletError('stale', { moved: 'runtime' })
  }
  const call = runtime.decodeCall(fromHex(proposal.call))
  const { description, findings } = explain(readCall(call))
  const consent = consentTo(proposal, digest)
  return {
    account,
    description,
    findings: [...findings, ...termFindings(proposal)],
    consent,
    digest: consentDigest(consent),
    metadataHash: digest,
    callName: call.name,
  }
}

/** Longer than the wallet's own proposals live, in blocks: two hours of twelve seconds. */
const LONG_LIFE = 512

/** Findings on the terms of the signature, which no call says. */
function termFindings({ checksMetadata, tip, era }: Proposal): readonly Finding[] {
  const findings: Finding[] = []
  if (!checksMetadata) {
    findings.push({
      id: 'node-only',
      level: 'caution',
      text: ['These details rely on your node: this runtime does not check them.'],
    })
  }
  if (tip > 0n) {
    findings.push({
      id: 'tip',
      level: 'danger',
      text: ['A tip of ', { rao: tip }, ' goes to the block’s author. This chain gives nothing for it.'],
    })
  }
  if (era > LONG_LIFE) {
    findings.push({
      id: 'long-life',
      level: 'caution',
      text: [`The signature stays valid for ${era} blocks.`],
    })
  }
  return findings
}

/** Runs in the review's window, put there by the debugger: agrees to transfers, and gives the bytes that are to be signed. */
import type { ApprovalId } from '#shared/domain/approval.ts'
import { toHex } from '#shared/domain/bytes.ts'
import type { Result } from '#shared/domain/result.ts'
import { approveMethods } from '#shared/protocol/popup-contract.ts'
import { connect } from '#shared/protocol/port.ts'
import { vaultApproveMethods } from '#shared/protocol/vault-contract.ts'
import { mortalityAt, payloadBytes } from '#shared/runtime/payload.ts'
import { chromePort } from '../../src/popup/background.ts'
import { createVault } from '../../src/popup/vault.ts'

const room = createVault(vaultApproveMethods)
// The window's own app stays out of it.
const { connect: open } = chrome.runtime
const none = () => {
  throw new Error('this window is being measured from')
}
Object.assign(chrome.runtime, { connect: none })

function answered<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

async function materialOf(id: ApprovalId) {
  Object.assign(chrome.runtime, { connect: open })
  const port = chromePort('approve')
  Object.assign(chrome.runtime, { connect: none })
  try {
    return answered(await connect(port, approveMethods, {}).call['approvals.material']({ id }))
  } finally {
    port.close()
  }
}

/** What `room.sign` takes. */
export interface Agreed {
  readonly id: string
  readonly account: string
  readonly payload: string
}

const randomId = (): ApprovalId => toHex(crypto.getRandomValues(new Uint8Array(16))).slice(2) as ApprovalId

const bench = {
  /** Agrees `count` times to what was proposed, each under a name of its own: one approval gives one signature. */
  async agree(approval: ApprovalId, count: number): Promise<readonly Agreed[]> {
    const {
      approval: { request },
      metadata,
    } = await materialOf(approval)
    if (request.kind !== 'proposal' || metadata === null) throw new Error('not a proposal of the wallet')
    const { proposal } = request
    const agreed: Agreed[] = []
    for (let nonce = 0; nonce < count; nonce += 1) {
      const id = randomId()
      const { consent, digest } = answered(await room.call['room.describe']({ id, proposal, metadata }))
      answered(await room.call['room.consent']({ id, digest, verdict: true }))
      const mortality = mortalityAt(1, consent.era)
      const payload = toHex(payloadBytes({ consent, nonce, mortality, birthHash: consent.genesis }))
      agreed.push({ id, account: consent.account, payload })
    }
    return agreed
  },
}
export type ReviewBench = typeof bench

Object.assign(globalThis, { bench })

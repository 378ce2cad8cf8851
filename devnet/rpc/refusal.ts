// How the refusals of the pool look over RPC (sc-rpc-api, author/error.rs): codes, messages and data strings.
import { DecodeError, FrameError } from '../chain/extrinsic.ts'
import { PoolError } from '../chain/pool.ts'
import { INVALID_WORDS, ValidityError, type Verdict } from '../chain/validity.ts'
import { RpcError } from './method.ts'
import { TRAP } from './state.ts'

/** The RPC error for what `pool.submit` threw; anything unknown is returned as it is. */
export function refusal(error: unknown, submission: 'submit' | 'watch'): unknown {
  if (error instanceof ValidityError) return verdictError(error.verdict)
  if (error instanceof PoolError) return poolError(error)
  if (error instanceof DecodeError)
    return new RpcError(
      1002,
      `Verification Error: Runtime error: Execution failed: ${TRAP}`,
      `RuntimeApi("Execution failed: ${TRAP}")`,
    )
  // The two methods map the same failure differently: submitExtrinsic to "other", submitAndWatch to "bad format".
  if (error instanceof FrameError)
    return submission === 'watch'
      ? new RpcError(1001, 'Extrinsic has invalid format: Codec error')
      : new RpcError(1040, 'Client error: Codec error')
  return error
}

function verdictError(verdict: Verdict): RpcError {
  if (verdict.kind === 'unknown') return new RpcError(1011, 'Unknown Transaction Validity', verdict.reason)
  if (verdict.reason === 'Custom')
    return new RpcError(1010, 'Invalid Transaction', `Custom error: ${verdict.code}`)
  return new RpcError(1010, 'Invalid Transaction', verdict.note ?? INVALID_WORDS[verdict.reason])
}

function poolError({ reason, hash }: PoolError): RpcError {
  switch (reason) {
    case 'banned':
      return new RpcError(1012, 'Transaction is temporarily banned')
    case 'imported':
      return new RpcError(1013, 'Transaction Already Imported', hash)
    case 'priority':
      return new RpcError(
        1014,
        'Priority is too low: (1 vs 1)',
        'The transaction has too low priority to replace another transaction already in the pool.',
      )
    case 'full':
      return new RpcError(
        1016,
        'Immediately Dropped',
        "The transaction couldn't enter the pool because of the limit",
      )
  }
}

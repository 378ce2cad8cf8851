/** Failures that mean that the chain is out of reach for now, and what a door says of them. */
import { WalletError } from '#shared/domain/errors.ts'

/** Whether a question failed because the chain did not answer it, or is another chain than the one that was meant. */
export function isAway(cause: unknown): boolean {
  return (
    cause instanceof WalletError &&
    (cause.code === 'offline' || cause.code === 'timeout' || cause.code === 'wrong-chain')
  )
}

/** For the doors that know one word for all of it: `offline`. */
export async function orOffline<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    throw isAway(cause) ? new WalletError('offline', undefined, { cause }) : cause
  }
}

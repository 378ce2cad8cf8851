/** Why a call failed once it was in a block: the chain's error in words, and what to do about it. Read when it is needed. */
import type { Words } from '../words.ts'
import { ACCOUNTS } from './account-errors.ts'
import { OTHERS } from './other-errors.ts'
import { STAKING } from './staking-errors.ts'
import { SUBNETS } from './subnet-errors.ts'
import type { WordsByName } from './words-by-name.ts'

export interface ChainError {
  readonly pallet: string
  readonly error: string
}

const BY_PALLET: Readonly<Record<string, WordsByName>> = {
  ...OTHERS,
  SubtensorModule: { ...STAKING, ...ACCOUNTS, ...SUBNETS },
}

/** Undefined for an error this wallet has no words for. */
export function knownWords({ pallet, error }: ChainError): Words | undefined {
  const names = Object.hasOwn(BY_PALLET, pallet) ? BY_PALLET[pallet] : undefined
  const found = names !== undefined && Object.hasOwn(names, error) ? names[error] : undefined
  if (found === undefined) return undefined
  const [say, next] = found
  return { say, next }
}

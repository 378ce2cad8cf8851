/** Calls as a review explains them to one account, and what it finds in them. */
import type { Address } from '../../src/shared/domain/address.ts'
import { fromHex } from '../../src/shared/domain/bytes.ts'
import { explain } from '../../src/shared/review/explain.ts'
import { type DecodedCall, readMetadata } from '../../src/shared/runtime/metadata.ts'
import { finneyMetadata, hasFinney } from '../fixtures/finney.ts'

export const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address
export const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address
export const BOB_KEY = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
export const CAROL = '5GoNkf6WdbxCFnPdAnYYQyCjAKPJgLNxXwPjwTh6DGg6gN3E' as Address
export const CAROL_KEY = 'd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69'

export const site = { signer: ALICE, own: [ALICE], isSite: true }
export const told = (call: DecodedCall) => explain(call, site)
export const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined
export const read = (hex: string, more: Partial<typeof site> = {}) => {
  if (runtime === undefined) throw new Error('no metadata')
  return explain(runtime.decodeCall(fromHex(hex)), { ...site, ...more })
}
export const idsOf = (findings: readonly { readonly id: string }[]) => findings.map(({ id }) => id)

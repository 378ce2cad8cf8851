/** Why a site's request is turned away before a person sees it. Each has one code, and names the field that is wrong. */
import { literal, type Of, object, text, uint, union } from '../codec.ts'

const WITH_FIELD = [
  'R_CONFUSED',
  'R_EXT_LIST',
  'R_EXT_TYPE',
  'R_METHOD',
  'R_VERSION',
  'R_ASSET',
  'R_ERA',
  'R_MODE',
  'R_SIZE',
  'R_TOO_DEEP',
  'R_FIELD',
] as const

export const SiteRefusal = union('code', [
  object({ code: literal(WITH_FIELD), field: text }),
  object({ code: literal('R_GENESIS'), genesis: text }),
  /** The runtime the request is for, and the one the network runs. */
  object({ code: literal('R_SPEC'), asked: uint, live: uint }),
  /** No metadata of the runtime the request is for. */
  object({ code: literal('R_METADATA'), spec: uint }),
  object({ code: literal(['R_MDHASH', 'R_ACCOUNT']) }),
])
export type SiteRefusal = Of<typeof SiteRefusal>

type FieldRefusal = Extract<SiteRefusal, { field: string }>

/** Thrown while a request is read; whoever reads turns it into an answer. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest'
  readonly refusal: SiteRefusal
  constructor(refusal: SiteRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** @throws RefusedRequest */
export function refuseField(code: FieldRefusal['code'], field: string): never {
  throw new RefusedRequest({ code, field })
}

/** Why an operation is not offered. */
import type { Offer } from '#shared/domain/offer.ts'

export type Hidden = Extract<Offer, { kind: 'hidden' }>

export function hiddenWords({ why, call }: Hidden): string {
  switch (why) {
    case 'explained':
      return 'The wallet explains this when it is to be signed, and does not offer it.'
    case 'missing':
      return `This chain’s runtime has no ${call}.`
    case 'changed':
      return `This chain’s runtime takes other arguments for ${call} than this version of the wallet knows. It is not offered until the wallet knows them.`
  }
}

import { describe, expect, it } from 'vitest'
import type { Address } from './address.ts'
import type { Hash } from './bytes.ts'
import { type Consent, consentDigest } from './extrinsic.ts'
import { rao } from './units.ts'

const consent: Consent = {
  kind: 'extrinsic',
  account: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Address,
  genesis: `0x${'01'.repeat(32)}` as Hash,
  spec: 424,
  txVersion: 1,
  call: '0x0000',
  tip: rao(0n),
  era: 64,
  metadataHash: `0x${'02'.repeat(32)}` as Hash,
  requester: { kind: 'wallet' },
}

const moved: Record<string, Consent> = {
  account: { ...consent, account: '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address },
  genesis: { ...consent, genesis: `0x${'03'.repeat(32)}` as Hash },
  spec: { ...consent, spec: 425 },
  txVersion: { ...consent, txVersion: 2 },
  call: { ...consent, call: '0x0001' },
  tip: { ...consent, tip: rao(1n) },
  era: { ...consent, era: 128 },
  metadataHash: { ...consent, metadataHash: null },
  requester: { ...consent, requester: { kind: 'site', origin: 'https://example.org' } },
}

describe('the consent digest', () => {
  it('does not depend on the order of fields', () => {
    const shuffled = Object.fromEntries(Object.entries(consent).reverse()) as unknown as Consent
    expect(consentDigest(shuffled)).toBe(consentDigest(consent))
  })
  it.each(Object.keys(consent).filter((field) => field !== 'kind'))('changes with %s', (field) => {
    const other = moved[field]
    if (other === undefined) throw new Error(`no variant of ${field} is tested`)
    expect(consentDigest(other)).not.toBe(consentDigest(consent))
  })
})

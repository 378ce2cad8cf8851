import { base64 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { finneyMetadata, hasFinney } from '../../test/fixtures/finney.ts'
import { createRuntimes } from './runtimes.ts'

describe.runIf(hasFinney)('a runtime read from metadata', () => {
  it.each([
    [424, '0x80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f'],
    [393, /^0xe3c6377b/],
  ] as const)('of Finney %d has the digest its chain has', (spec, digest) => {
    const read = createRuntimes().read(base64.encode(finneyMetadata(spec)))
    expect(read.runtime.spec).toBe(spec)
    expect(read.digest).toMatch(digest)
  })
  it('is looked for in four megabytes, and in no more', () => {
    const why = (length: number) => {
      try {
        createRuntimes().read(base64.encode(new Uint8Array(length)))
        return 'none'
      } catch (cause) {
        return (cause as { details: { why: string } }).details.why
      }
    }
    expect(why(4 * 1024 * 1024)).toBe('metadata')
    expect(why(4 * 1024 * 1024 + 3)).toBe('metadata too long')
  })
  it('is read once', () => {
    const runtimes = createRuntimes()
    const metadata = base64.encode(finneyMetadata())
    expect(runtimes.read(metadata)).toBe(runtimes.read(metadata))
  })
  it('is not the one of other metadata', () => {
    const runtimes = createRuntimes()
    const first = runtimes.read(base64.encode(finneyMetadata(424)))
    expect(runtimes.read(base64.encode(finneyMetadata(393)))).not.toBe(first)
  })
  it('has another digest when a letter of a call differs', () => {
    const metadata = finneyMetadata()
    metadata.set(Buffer.from('transfer_keep_alivx'), Buffer.from(metadata).indexOf('transfer_keep_alive'))
    expect(createRuntimes().read(base64.encode(metadata)).digest).not.toMatch(/^0x80de37ca/)
  })
  const renamed = (from: string, to: string): string => {
    const metadata = Buffer.from(finneyMetadata())
    for (let at = metadata.indexOf(from); at >= 0; at = metadata.indexOf(from, at + 1)) metadata.write(to, at)
    return base64.encode(new Uint8Array(metadata))
  }
  it('may have an extension nobody knows that writes nothing', () => {
    const metadata = renamed('CheckNonZeroSender', 'CheckNonZeroSendex')
    expect(createRuntimes().read(metadata).runtime.spec).toBe(424)
  })
  it('is refused with an extension nobody knows that writes something', () => {
    const metadata = renamed('CheckNonce', 'CheckNoncf')
    expect(() => createRuntimes().read(metadata)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })
})

import { describe, expect, it } from 'vitest'
import { headerJson } from '../../../devnet/chain/header.ts'
import { startNode } from '../../../test/build/devnet-chain.ts'
import { readHeader } from './header.ts'

const ROOT = `0x${'22'.repeat(32)}`
const header = {
  parentHash: ROOT,
  number: '0x2a',
  stateRoot: ROOT,
  extrinsicsRoot: ROOT,
  digest: { logs: [] },
}

describe('a header', () => {
  it('goes by the hash the chain gives it', async () => {
    const node = await startNode()
    node.seal(3)
    const best = node.node.chain.best()
    expect(readHeader(headerJson(best.header))).toEqual({
      number: 3,
      hash: best.hash,
      parent: best.header.parentHash,
    })
    await node.close()
  })

  it('may carry its number as a number, and no digest', () => {
    const { digest, ...rest } = header
    expect(readHeader({ ...rest, number: 42 })).toEqual(readHeader({ ...rest, digest }))
  })

  it.each([
    ['null', null],
    ['text', 'header'],
    ['a number past u32', { ...header, number: '0x1ffffffff' }],
    ['a negative number', { ...header, number: -1 }],
    ['a short hash', { ...header, parentHash: '0x22' }],
    ['a missing root', { ...header, stateRoot: undefined }],
    ['logs that are no hex', { ...header, digest: { logs: [{}] } }],
    ['logs that are no list', { ...header, digest: { logs: '0x' } }],
  ])('is refused when it is %s', (_what, told) => {
    expect(readHeader(told)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { aRecord } from '../../../test/build/record.ts'
import { aStore } from '../../../test/build/store.ts'
import { createRecords } from './records.ts'

const records = () => createRecords(aStore().store)

describe('records', () => {
  it('are listed newest first', async () => {
    const kept = records()
    await kept.add(aRecord({ id: 'one' }))
    await kept.add(aRecord({ id: 'two' }))
    expect((await kept.list()).map(({ id }) => id)).toEqual(['two', 'one'])
  })
  it('are one for each approval', async () => {
    const kept = records()
    await kept.add(aRecord({ id: 'one' }))
    await expect(kept.add(aRecord({ id: 'one', nonce: 9 }))).rejects.toMatchObject({ code: 'duplicate' })
    expect((await kept.find('one'))?.nonce).toBe(0)
  })
  it('close when nothing can happen to them any more', async () => {
    const kept = records()
    await kept.add(aRecord({ id: 'one' }))
    await kept.advance('one', { kind: 'broadcast' })
    expect(await kept.find('one')).toMatchObject({ state: { kind: 'broadcast' }, open: true })
    await kept.advance('one', { kind: 'era-over', lastBlock: 64 })
    expect(await kept.find('one')).toMatchObject({ state: { kind: 'expired' }, open: false })
    await kept.advance('one', { kind: 'broadcast' })
    expect(await kept.find('one')).toMatchObject({ state: { kind: 'expired' }, open: false })
  })
  it('hold their nonce while they are open', async () => {
    const kept = records()
    const { account, genesis } = aRecord()
    await kept.add(aRecord({ id: 'one', nonce: 4 }))
    await kept.add(aRecord({ id: 'two', nonce: 5 }))
    await kept.add(aRecord({ id: 'elsewhere', nonce: 50, genesis: `0x${'22'.repeat(32)}` as never }))
    expect(await kept.nonceAfter(account, genesis)).toBe(6)
    await kept.advance('two', { kind: 'refused', reason: 'no' })
    expect(await kept.nonceAfter(account, genesis)).toBe(5)
    await kept.advance('one', { kind: 'era-over', lastBlock: 64 })
    expect(await kept.nonceAfter(account, genesis)).toBe(0)
  })
  it('are forgotten when they are finished', async () => {
    const kept = records()
    await kept.add(aRecord({ id: 'one' }))
    await kept.advance('one', { kind: 'refused', reason: 'no' })
    await kept.forget('one')
    expect(await kept.list()).toEqual([])
  })
  it('are not forgotten while they may still move on', async () => {
    const kept = records()
    await kept.add(aRecord({ id: 'one' }))
    await expect(kept.forget('one')).rejects.toMatchObject({ code: 'not-found' })
    expect(await kept.list()).toHaveLength(1)
  })
  it('cannot be forgotten when they are not there', async () => {
    await expect(records().forget('one')).rejects.toMatchObject({ code: 'not-found' })
  })
})

import { describe, expect, it } from 'vitest'
import { byteOrder, type Hex } from './bytes.ts'
import { createOverlay } from './overlay.ts'
import { createState, type State } from './state.ts'

const bytes = (n: number) => Uint8Array.of(n)
const key = (n: number): Hex => `0x${n.toString(16).padStart(4, '0')}`
const empty = createState(new Map())
const grow = (from: State, blocks: number, start = 0): State => {
  let state = from
  for (let i = start; i < start + blocks; i++) state = state.child(new Map([[key(i), bytes(i & 0xff)]]))
  return state
}

describe('state', () => {
  it('reads through any number of diffs and across snapshots', () => {
    const state = grow(empty, 300)
    for (const i of [0, 63, 64, 65, 128, 299]) expect(state.get(key(i))).toEqual(bytes(i & 0xff))
    expect(state.get(key(300))).toBeUndefined()
  })

  it('keeps every earlier state readable as it was', () => {
    const before = grow(empty, 70)
    const after = before.child(new Map([[key(3), bytes(99)]]))
    expect(before.get(key(3))).toEqual(bytes(3))
    expect(after.get(key(3))).toEqual(bytes(99))
  })

  it('lets two children of one block differ', () => {
    const parent = grow(empty, 10)
    const left = parent.child(new Map([[key(1), bytes(50)]]))
    const right = parent.child(new Map([[key(1), null]]))
    expect(left.get(key(1))).toEqual(bytes(50))
    expect(right.get(key(1))).toBeUndefined()
    expect(left.root).not.toEqual(right.root)
  })

  it('keeps a removed key removed after the next snapshot', () => {
    const gone = grow(empty, 10).child(new Map([[key(4), null]]))
    const later = grow(gone, 130, 1000)
    expect(later.get(key(4))).toBeUndefined()
    expect(later.keys('0x0004')).toEqual([])
  })

  it('lists the keys after any changes as it would if they were sorted anew', () => {
    let state = grow(empty, 3)
    const kept = new Set([key(0), key(1), key(2)])
    expect(state.keys('0x')).toEqual([...kept])
    for (let i = 1; i < 200; i++) {
      const [put, gone] = [key((i * 37) % 101), key((i * 53) % 101)]
      state = state.child(
        new Map([
          [put, bytes(1)],
          [gone, null],
        ]),
      )
      kept.add(put)
      kept.delete(gone)
      if (i % 3 === 0) expect(state.keys('0x')).toEqual([...kept].sort(byteOrder))
    }
  })

  it('lists the keys of a prefix in byte order', () => {
    const state = createState(
      new Map<Hex, Uint8Array>([
        ['0xff01', bytes(1)],
        ['0x0a02', bytes(2)],
        ['0x0a01', bytes(3)],
        ['0x0b', bytes(4)],
      ]),
    )
    expect(state.keys('0x0a')).toEqual(['0x0a01', '0x0a02'])
    expect(state.keys('0x')).toEqual(['0x0a01', '0x0a02', '0x0b', '0xff01'])
  })
})

describe('overlay', () => {
  it('undoes a failed layer inside a layer that is kept, records included', () => {
    const overlay = createOverlay<string>(grow(empty, 3))
    overlay.transaction(() => {
      overlay.put(key(1), bytes(11))
      overlay.record('kept')
      expect(() =>
        overlay.transaction(() => {
          overlay.put(key(1), bytes(22))
          overlay.remove(key(2))
          overlay.record('undone')
          throw new Error('inner')
        }),
      ).toThrow('inner')
    })
    expect(overlay.get(key(1))).toEqual(bytes(11))
    expect(overlay.get(key(2))).toEqual(bytes(2))
    expect(overlay.records()).toEqual(['kept'])
  })

  it('lists keys with its own changes, in byte order', () => {
    const overlay = createOverlay<never>(grow(empty, 3))
    overlay.remove(key(1))
    overlay.put(key(9), bytes(9))
    expect(overlay.keys('0x00')).toEqual([key(0), key(2), key(9)])
  })
})

/** The line to the worker: opened anew when the worker stops, with every topic asked for again, and nothing done twice. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import { approveMethods, walletMethods } from '#shared/protocol/popup-contract.ts'
import type { Port } from '#shared/protocol/port.ts'
import { aSealedVault } from '../../test/build/store.ts'
import { createBackground } from './background.ts'

interface Frame {
  readonly kind: string
  readonly id: number
  readonly name: string
}
type Answer = (frame: Frame, line: Line) => void
interface Line {
  readonly frames: Frame[]
  send(message: unknown): void
  cut(): void
}

/** Lines to a worker that does as it is told; time passes by hand. */
function aWorker(answer: Answer = () => {}) {
  const lines: Line[] = []
  const later: { readonly ms: number; readonly run: () => void }[] = []
  let isGone = false
  const open = (): Port => {
    if (isGone) throw new Error('the extension was replaced')
    const listeners: ((message: unknown) => void)[] = []
    const closing: (() => void)[] = []
    const line: Line = {
      frames: [],
      send: (message) => {
        for (const listener of listeners) listener(message)
      },
      cut: () => {
        for (const listener of closing) listener()
      },
    }
    lines.push(line)
    return {
      post: (message) => {
        line.frames.push(message as Frame)
        answer(message as Frame, line)
      },
      onMessage: (listener) => void listeners.push(listener),
      onClose: (listener) => void closing.push(listener),
      close: () => {},
    }
  }
  const background = createBackground(
    { ...walletMethods, ...approveMethods },
    {
      open,
      after: (ms, run) => void later.push({ ms, run }),
    },
  )
  return {
    background,
    lines,
    later,
    pass: () => {
      for (const { run } of later.splice(0)) run()
    },
    vanish: (gone: boolean) => {
      isGone = gone
    },
  }
}

const done: Answer = ({ kind, id, name }, line) => {
  const value = name === 'approvals.decide' ? { tx: 'told' } : null
  if (kind === 'call') line.send({ kind: 'answer', id, result: { ok: true, value } })
}
/** Stops at the first call of its life, and answers the next worker's. */
const dying = (): Answer => {
  let hasDied = false
  return (frame, line) => {
    if (frame.kind === 'call' && !hasDied) {
      hasDied = true
      line.cut()
    } else done(frame, line)
  }
}
const theme = (line: Line | undefined, value: 'dark' | 'light') => {
  const frame = line?.frames.find(({ kind, name }) => kind === 'watch' && name === 'settings')
  line?.send({ kind: 'value', id: frame?.id, value: { ...DEFAULT_SETTINGS, theme: value } })
}

describe('topics', () => {
  it('are asked for once, however many read them', () => {
    const { background, lines } = aWorker()
    background.watch('settings', () => {})
    background.watch('settings', () => {})
    expect(lines[0]?.frames.filter(({ kind }) => kind === 'watch')).toHaveLength(1)
  })
  it('keep their last value when the worker stops, and say that it is not fresh', () => {
    const { background, lines } = aWorker()
    background.watch('settings', () => {})
    theme(lines[0], 'dark')
    expect(background.isFresh()).toBe(true)
    lines[0]?.cut()
    expect(background.get('settings')?.theme).toBe('dark')
    expect(background.isFresh()).toBe(false)
  })
  it('are asked for again over the next line', () => {
    const { background, lines, pass } = aWorker()
    let heard = 0
    background.watch('settings', () => {
      heard += 1
    })
    lines[0]?.cut()
    pass()
    heard = 0
    theme(lines[1], 'light')
    expect(background.get('settings')?.theme).toBe('light')
    expect(heard).toBe(1)
  })
  it('are no longer told to who stopped reading', () => {
    const { background, lines } = aWorker()
    let heard = 0
    const stop = background.watch('settings', () => {
      heard += 1
    })
    stop()
    theme(lines[0], 'dark')
    expect(heard).toBe(0)
  })
})

describe('a line that breaks', () => {
  it('is opened again with growing pauses, to a limit, until the worker speaks', () => {
    const { background, lines, later, pass } = aWorker()
    background.watch('settings', () => {})
    const pauses: number[] = []
    for (let i = 0; i < 8; i++) {
      lines.at(-1)?.cut()
      pauses.push(later[0]?.ms ?? 0)
      pass()
    }
    expect(pauses).toEqual([150, 300, 600, 1200, 2400, 4800, 5000, 5000])
    theme(lines.at(-1), 'dark')
    lines.at(-1)?.cut()
    expect(later[0]?.ms).toBe(150)
  })
  it('is tried again also when no line can be opened for a while', () => {
    const { background, lines, pass, vanish } = aWorker()
    background.watch('settings', () => {})
    vanish(true)
    lines[0]?.cut()
    pass()
    vanish(false)
    pass()
    expect(lines).toHaveLength(2)
  })
})

describe('a call whose worker stops', () => {
  it('is asked once more where that changes nothing', async () => {
    const { background, lines } = aWorker(dying())
    expect(await background.call['chain.reconnect'](undefined)).toEqual({ ok: true, value: undefined })
    expect(lines).toHaveLength(2)
  })
  it('is asked once more for a decision, which is made once however often it is told', async () => {
    const { background, lines } = aWorker(dying())
    const digest = `0x${'ab'.repeat(32)}`
    const decision = { id: 'cd'.repeat(16), verdict: true, digest, metadataHash: digest }
    const decide = background.call['approvals.decide'] as (input: unknown) => Promise<unknown>
    expect(await decide(decision)).toEqual({ ok: true, value: { tx: 'told' } })
    expect(lines).toHaveLength(2)
  })
  it('is asked once more for a vault to be kept, which is kept once', async () => {
    const { background, lines } = aWorker(dying())
    expect(await background.call['vault.store']({ sealed: aSealedVault() })).toMatchObject({ ok: true })
    expect(lines).toHaveLength(2)
  })
  it.each(['operations.propose', 'plans.propose'] as const)('is not asked again for %s', async (name) => {
    const { background, lines } = aWorker(dying())
    const account = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
    const inputs = {
      'operations.propose': { operation: 'transfer', account, values: {} },
      'plans.propose': { account, legs: [], whole: true, tolerance: 50 },
    }
    const call = background.call[name] as (input: unknown) => Promise<unknown>
    expect(await call(inputs[name])).toMatchObject({ ok: false, error: { code: 'bug' } })
    expect(lines).toHaveLength(1)
  })
  it('answers a bug where no line can be opened at all', async () => {
    const { background, vanish } = aWorker(done)
    vanish(true)
    expect(await background.call['chain.reconnect'](undefined)).toMatchObject({ error: { code: 'bug' } })
  })
})

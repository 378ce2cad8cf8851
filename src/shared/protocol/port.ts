/** Request, response and subscription over any two-way port, checked by codec at both ends. */
import { decode, encode, type Json, type Of } from '../codec.ts'
import { type ErrorCode, type Failure, WalletError } from '../domain/errors.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Client, Handlers, Input, Methods, Sources, Topics } from './contract.ts'

/** The least a port has to do. `post` takes plain data. */
export interface Port {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
  close(): void
}

const BUG: Failure<'bug'> = { code: 'bug', details: undefined }

export interface Served<C extends Methods, T extends Topics, Caller> {
  readonly methods: C
  readonly handlers: Handlers<C, Caller>
  readonly topics: T
  readonly sources: Sources<T>
  readonly caller: Caller
  /** Where what should not have been thrown is noted; the caller is told nothing of it. */
  readonly onBug: (cause: unknown, method: string) => void
}

/** Answers everything that comes over the port until it closes. Messages that are none are passed over. */
export function serve<C extends Methods, T extends Topics, Caller>(
  port: Port,
  served: Served<C, T, Caller>,
): void {
  const stops = new Map<number, () => void>()
  port.onMessage((message) => {
    const frame = readFrame(message)
    if (frame === undefined) return
    if (frame.kind === 'call')
      void answer(served, frame).then((result) => port.post({ kind: 'answer', id: frame.id, result }))
    else if (frame.kind === 'watch') {
      const topic = Object.hasOwn(served.topics, frame.name) ? served.topics[frame.name] : undefined
      const source = Object.hasOwn(served.sources, frame.name) ? served.sources[frame.name] : undefined
      if (topic === undefined || source === undefined || stops.has(frame.id)) return
      stops.set(
        frame.id,
        source((value) => port.post({ kind: 'value', id: frame.id, value: encode(topic.value, value) })),
      )
    } else {
      stops.get(frame.id)?.()
      stops.delete(frame.id)
    }
  })
  port.onClose(() => {
    for (const stop of stops.values()) stop()
    stops.clear()
  })
}

/**
 * One call as a Result in its encoded form: decode, hand over, encode. A throw that the method does not list
 * becomes `bug`.
 */
export async function answer<C extends Methods, T extends Topics, Caller>(
  {
    methods,
    handlers,
    caller,
    onBug,
  }: Pick<Served<C, T, Caller>, 'methods' | 'handlers' | 'caller' | 'onBug'>,
  { name, input }: { readonly name: string; readonly input: unknown },
): Promise<Result<Json, Failure>> {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
  if (method === undefined || handler === undefined) return fail(BUG)
  try {
    // The handler of this very method, by whose codec the input was checked.
    const checked = decode(method.input, input) as Input<C[string]>
    return ok(encode(method.output, await handler(checked, caller)))
  } catch (cause) {
    if (cause instanceof WalletError && method.fails.includes(cause.code))
      return fail({ code: cause.code, details: cause.details } as Failure)
    onBug(cause, name)
    return fail(BUG)
  }
}

export interface Connection<C extends Methods, T extends Topics> {
  readonly call: Client<C>
  /** Calls back with the present value and each new one until stopped. Values that do not check are dropped. */
  watch<K extends keyof T & string>(
    name: K,
    listener: (value: T[K] extends { readonly value: infer V } ? Of<V> : never) => void,
  ): () => void
}

/** The asking end. When the port closes every open call answers `bug`. */
export function connect<C extends Methods, T extends Topics>(
  port: Port,
  methods: C,
  topics: T,
): Connection<C, T> {
  let next = 1
  const waiting = new Map<number, (result: unknown) => void>()
  const watching = new Map<number, (value: unknown) => void>()
  port.onMessage((message) => {
    if (typeof message !== 'object' || message === null) return
    const { kind, id, result, value } = message as Record<string, unknown>
    if (typeof id !== 'number') return
    if (kind === 'answer') {
      waiting.get(id)?.(result)
      waiting.delete(id)
    } else if (kind === 'value') watching.get(id)?.(value)
  })
  port.onClose(() => {
    for (const settle of waiting.values()) settle(fail(BUG))
    waiting.clear()
  })
  const call = (name: string, input: unknown): Promise<Result<unknown, Failure>> => {
    const method = methods[name]
    if (method === undefined) return Promise.resolve(fail(BUG))
    const id = next++
    return new Promise((resolve) => {
      waiting.set(id, (result) => resolve(readResult(method, result)))
      port.post({ kind: 'call', id, name, input: encode(method.input, input) })
    })
  }
  return {
    call: Object.fromEntries(
      Object.keys(methods).map((name) => [name, (input: unknown) => call(name, input)]),
    ) as unknown as Client<C>,
    watch: (name, listener) => {
      const id = next++
      const topic = topics[name]
      if (topic === undefined) return () => {}
      watching.set(id, (value) => {
        const read = decodeOr(topic.value, value)
        if (read.ok) listener(read.value as never)
      })
      port.post({ kind: 'watch', id, name })
      return () => {
        watching.delete(id)
        port.post({ kind: 'unwatch', id })
      }
    },
  }
}

function readResult(method: Methods[string], result: unknown): Result<unknown, Failure> {
  if (typeof result !== 'object' || result === null) return fail(BUG)
  const { ok: isOk, value, error } = result as Record<string, unknown>
  if (isOk === true) {
    const read = decodeOr(method.output, value)
    return read.ok ? read : fail(BUG)
  }
  const { code, details } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >
  return method.fails.includes(code as ErrorCode) ? fail({ code, details } as Failure) : fail(BUG)
}

function decodeOr(codec: Methods[string]['output'], value: unknown): Result<unknown, undefined> {
  try {
    return ok(decode(codec, value))
  } catch {
    return fail(undefined)
  }
}

type Frame =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'watch'; readonly id: number; readonly name: string }
  | { readonly kind: 'unwatch'; readonly id: number }

function readFrame(message: unknown): Frame | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const { kind, id, name, input } = message as Record<string, unknown>
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return undefined
  if (kind === 'unwatch') return { kind, id }
  if (typeof name !== 'string') return undefined
  if (kind === 'call') return { kind, id, name, input }
  return kind === 'watch' ? { kind, id, name } : undefined
}

/**
 * What a web page finds and calls, in its own world. Whatever it needs is taken hold of before any script of the page runs, so
 * that what the page changes later changes nothing here.
 */
import type { SiteError, SiteMethod } from '#shared/protocol/site-contract.ts'
import type { FromPage, ToPage } from './page-frames.ts'

const { parse, stringify } = JSON
const { apply } = Reflect
const { assign, create, freeze, hasOwn } = Object
const PagePromise = Promise
const PageError = Error
const { then } = Promise.prototype

interface Waiting {
  readonly read: (value: unknown) => unknown
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

interface Subscriber {
  readonly tell: unknown
  /** The list it was told last, as text. */
  last: string
}

export interface Provider {
  /** What stands under the wallet's key: exactly these two. */
  readonly entry: Readonly<{ enable: (name?: unknown) => Promise<unknown>; version: string }>
  receive(message: ToPage): void
}

interface Deps {
  readonly version: string
  /** False when there is nobody to send it to. */
  readonly send: (message: FromPage) => boolean
  /** What a page hears then. */
  readonly gone: SiteError
}

export function createProvider({ version, send, gone }: Deps): Provider {
  const waiting = create(null) as Record<number, Waiting>
  const subscribers = create(null) as Record<number, Subscriber>
  let lastRequest = 0
  let lastResult = 0
  let lastSubscriber = 0

  const call = (
    method: SiteMethod,
    given: unknown,
    read: Waiting['read'] = (value) => value,
  ): Promise<unknown> =>
    new PagePromise((resolve, reject) => {
      let input: string
      try {
        // Once, and before anything is shown: what the page changes in its object afterwards changes nothing.
        input = stringify(given) ?? 'null'
      } catch {
        reject(
          failure({ code: -32602, message: `Invalid request: ${method === 'signRaw' ? 'data' : 'payload'}` }),
        )
        return
      }
      lastRequest += 1
      const id = lastRequest
      waiting[id] = { read, resolve, reject }
      if (send({ id, method, input })) return
      delete waiting[id]
      reject(failure(gone))
    })

  const tell = (subscriber: Subscriber, accounts: string): void => {
    if (subscriber.last === accounts) return
    subscriber.last = accounts
    try {
      const told: unknown = apply(subscriber.tell as () => unknown, undefined, [parse(accounts)])
      // A promise that it gives back and that fails is nobody's concern either.
      apply(then, new PagePromise((resolve) => resolve(told)), [undefined, () => undefined])
    } catch {
      // The page's own failure.
    }
  }

  const subscribe = (listener: unknown): (() => void) => {
    lastSubscriber += 1
    const id = lastSubscriber
    const subscriber: Subscriber = { tell: listener, last: '' }
    subscribers[id] = subscriber
    const told = call('accounts.subscribe', null, (accounts) => {
      if (subscribers[id] === subscriber) tell(subscriber, stringify(accounts))
    })
    apply(then, told, [undefined, () => undefined])
    return () => {
      if (subscribers[id] !== subscriber) return
      delete subscribers[id]
      for (const _ in subscribers) return
      apply(then, call('accounts.unsubscribe', null), [undefined, () => undefined])
    }
  }

  const signed = (result: unknown): unknown => {
    lastResult += 1
    return assign({ id: lastResult }, result)
  }

  const injected = (): object => ({
    accounts: { get: (anyType?: unknown) => call('accounts.get', anyType === true), subscribe },
    metadata: {
      get: () => call('metadata.get', null),
      provide: () => call('metadata.provide', null),
    },
    signer: {
      signPayload: (payload: unknown) => call('signPayload', payload, signed),
      signRaw: (raw: unknown) => call('signRaw', raw, signed),
    },
  })

  return {
    entry: freeze({
      enable: (name?: unknown) => call('enable', typeof name === 'string' ? name : '', injected),
      version,
    }),
    receive: (message) => {
      if (isAccounts(message)) {
        for (const id in subscribers) {
          const subscriber = subscribers[id]
          if (subscriber !== undefined) tell(subscriber, message.accounts)
        }
        return
      }
      const settled = waiting[message.id]
      if (settled === undefined) return
      delete waiting[message.id]
      if (isRefused(message)) settled.reject(failure(message.error))
      else settled.resolve(settled.read(parse(message.value)))
    },
  }
}

// Of the message itself: a page may give every object a property of that name.
function isAccounts(message: ToPage): message is Extract<ToPage, { accounts: string }> {
  return hasOwn(message, 'accounts')
}
function isRefused(message: ToPage): message is Extract<ToPage, { error: SiteError }> {
  return hasOwn(message, 'error')
}

/** Of the page's own realm: clients ask whether it is an `Error`. */
function failure({ code, message }: SiteError): Error {
  return assign(new PageError(message), { code })
}

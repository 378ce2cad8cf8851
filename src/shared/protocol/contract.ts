/** One shape for every door: methods and topics, from which both the server's handlers and the client are derived. */
import type { Codec, Of } from '../codec.ts'
import type { ErrorCode, Failure } from '../domain/errors.ts'
import type { Result } from '../domain/result.ts'

export interface Method<I, O, E extends ErrorCode> {
  readonly input: Codec<I>
  readonly output: Codec<O>
  readonly fails: readonly E[]
}

/** `fails` lists every failure a caller has to handle; `bug` is always possible and never listed. */
export function method<I, O, const E extends ErrorCode = never>(
  input: Codec<I>,
  output: Codec<O>,
  ...fails: readonly E[]
): Method<I, O, E> {
  return { input, output, fails }
}

/** Something whose last value everyone connected is sent, and sent again when it changes. */
export interface Topic<V> {
  readonly value: Codec<V>
}
export function topic<V>(value: Codec<V>): Topic<V> {
  return { value }
}

/** They differ in both types; Handlers and Client restore them by name. */
export type Methods = Readonly<Record<string, Method<unknown, unknown, ErrorCode>>>
/** They differ in their value; Sources and watch restore it by name. */
export type Topics = Readonly<Record<string, Topic<unknown>>>

export type Input<M> = M extends { readonly input: infer I } ? Of<I> : never
export type Output<M> = M extends { readonly output: infer O } ? Of<O> : never
type Failures<M> = M extends { readonly fails: readonly (infer E extends ErrorCode)[] }
  ? Failure<E | 'bug'>
  : never

/** What the serving room must provide: every method, and nothing else. Failures are thrown as WalletError. */
export type Handlers<C extends Methods, Caller = undefined> = {
  readonly [K in keyof C]: (input: Input<C[K]>, caller: Caller) => Promise<Output<C[K]>>
}

/** What the asking room gets. Only listed failures, and `bug`, ever come back; a closed port is `bug`. */
export type Client<C extends Methods> = {
  readonly [K in keyof C]: (input: Input<C[K]>) => Promise<Result<Output<C[K]>, Failures<C[K]>>>
}

/** How the serving room gives out a topic: the present value on subscription, then each new one. */
export type Sources<T extends Topics> = {
  readonly [K in keyof T]: (send: (value: Of<T[K]['value']>) => void) => () => void
}

// Calls of the runtime's APIs by name and bytes, always answered from the state of one block.
import type { Context } from '../pallets/context.ts'
import type { Api, ApiAnswer, ApiArgs, Runtime } from '../runtime/declare.ts'
import type { Erased } from '../runtime/node.ts'
import { createReader } from './bytes.ts'
import type { Block } from './chain.ts'
import { DecodeError } from './extrinsic.ts'
import type { Release } from './release.ts'
import type { Validity } from './validity.ts'

/** What an API function may look at. */
export interface ApiView {
  readonly block: Block
  readonly release: Release
  /** The state after the block; what is written here is thrown away. */
  readonly c: Context
  /** Judges an extrinsic as if it were put into the next block; throws ValidityError. */
  readonly validate: (extrinsic: Uint8Array) => Validity
}

// Only the declared names: an Api's methods have an index signature beside them.
type ApiHandlers<A extends Api> = {
  readonly [F in keyof A['methods'] as string extends F ? never : F]?: (
    args: ApiArgs<A, F>,
    view: ApiView,
  ) => ApiAnswer<A, F>
}

export interface ApiTable {
  readonly api: string
  readonly handlers: Readonly<Record<string, ((args: Erased, view: ApiView) => Erased) | undefined>>
}

/** The behaviour of an API; arguments and answers are typed by the declaration. */
export function answers<A extends Api>(api: A, handlers: ApiHandlers<A>): ApiTable {
  return { api: api.name, handlers }
}

/** The runtime does not export this function, or the devnet does not simulate it. */
export class NotExported extends Error {
  constructor(name: string, declared: boolean) {
    super(declared ? `devnet does not simulate ${name}` : `Exported method ${name} is not found`)
  }
}

/** Answers `Api_method` with SCALE bytes. Throws NotExported or DecodeError. */
export function createRuntimeApi(tables: readonly ApiTable[]) {
  return (name: string, input: Uint8Array, view: ApiView): Uint8Array => {
    const found = findMethod(view.release.runtime, name)
    const handler = found && tables.find(({ api }) => api === found.api)?.handlers[found.name]
    if (!found || !handler) throw new NotExported(name, found !== undefined)
    const args = decodeArguments(found.method.inputs, input)
    return found.method.output.codec.enc(handler(args, view))
  }
}

function findMethod({ apis }: Runtime, name: string) {
  for (const api of apis)
    for (const [method, declared] of Object.entries(api.methods))
      if (`${api.name}_${method}` === name) return { api: api.name, name: method, method: declared }
  return undefined
}

type Inputs = Api['methods'][string]['inputs']

/** Arguments stand one after the other; how long each is shows when it is encoded again. */
function decodeArguments(inputs: Inputs, bytes: Uint8Array): Record<string, unknown> {
  const reader = createReader(bytes)
  const args: Record<string, unknown> = {}
  let rest = bytes.slice()
  try {
    for (const [name, ty] of Object.entries(inputs)) {
      const value: unknown = ty.codec.dec(rest)
      args[name] = value
      reader.take(ty.codec.enc(value).length)
      rest = bytes.slice(bytes.length - reader.left())
    }
  } catch (cause) {
    throw new DecodeError('bad input data', { cause })
  }
  return args
}

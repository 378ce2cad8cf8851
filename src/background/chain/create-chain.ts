/** The chain room, put together: one connection, and every question of the rest of the background asked over it. */
import type { Address } from '#shared/domain/address.ts'
import { WalletError } from '#shared/domain/errors.ts'
import { sum } from '#shared/domain/units.ts'
import { answer } from './answers.ts'
import { createAccounts } from './balances.ts'
import { createBlocks } from './blocks.ts'
import type { Block, Chain, Found } from './chain.ts'
import { createClient } from './client.ts'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { countNominators, readNames, readSubnets, readValidators } from './directory.ts'
import { aroundIt, askNextNonce, readExistentialDeposit } from './facts.ts'
import { swapKeys } from './facts-account.ts'
import type { AnswerFrom } from './facts-from.ts'
import { createFees } from './fees.ts'
import { createFollow } from './follow.ts'
import { createMetadataCache, type Loaded, type MetadataStore } from './metadata.ts'
import { askMetadataCheck } from './metadata-check.ts'
import { createPerAccount } from './per-account.ts'
import { readPicture } from './picture.ts'
import { createPlainReader } from './plain.ts'
import { createReadings, type Reading } from './reading.ts'
import { NodeError, type SocketClass } from './rpc.ts'
import { askShieldKey } from './shield-key.ts'

export interface ChainDeps {
  readonly WebSocket: SocketClass
  readonly clock: Clock
  readonly store: MetadataStore
}

/** Does nothing until `choose` is called. `stop` ends the connection for good. */
export function createChain({ WebSocket, clock, store }: ChainDeps): Chain & { stop(): void } {
  const client = createClient({ WebSocket, clock })
  const metadata = createMetadataCache(store)
  const accounts = createAccounts()
  const blocks = createBlocks(metadata)
  const readings = createReadings()
  const plain = createPlainReader(store)
  const fees = createFees()
  const perAccount = createPerAccount(plain)

  const runtimeNow = async (connection: Connection): Promise<Loaded> =>
    metadata.loaded(connection.genesis, connection.spec()) ??
    (await metadata.loadAt(connection, connection.best().hash))

  const readingAt = (connection: Connection, block: Block): Reading =>
    readings.at({ connection, block, runtime: async () => (await runtimeNow(connection)).runtime })

  const balancesAt = (connection: Connection, block: Block) => (of: readonly Address[]) =>
    accounts.balances(of, {
      connection,
      values: readingAt(connection, block).values,
      runtime: {
        loaded: metadata.loaded(connection.genesis, connection.spec())?.runtime,
        load: async () => (await runtimeNow(connection)).runtime,
      },
    })

  const answerFrom = async (connection: Connection, at: Block): Promise<AnswerFrom> => {
    const { runtime } = await runtimeNow(connection)
    return { reading: readingAt(connection, at), runtime, spec: runtime.spec, plain, perAccount }
  }

  const atBest = <T>(read: (from: AnswerFrom) => Promise<T>): Promise<Found<T>> =>
    ask(async (connection) => {
      const block = pointOf(connection.best())
      const found = await read(await answerFrom(connection, block))
      return { block, genesis: connection.genesis, found }
    })

  const ask = async <T>(question: (connection: Connection) => Promise<T>): Promise<T> => {
    try {
      return await question(await client.connected())
    } catch (cause) {
      throw atDoor(cause)
    }
  }

  const cost: Chain['cost'] = (call, account, isShielded = false) =>
    ask(async (connection) => {
      const { runtime } = await runtimeNow(connection)
      const question = { call, account, runtime, genesis: connection.genesis, at: connection.best() }
      const [own, around] = await Promise.all([
        fees.of(connection, question),
        isShielded ? fees.of(connection, aroundIt(question)) : undefined,
      ])
      return around === undefined ? own : { ...own, fee: sum([own.fee, around.fee]) }
    })

  return {
    status: client.status,
    onStatus: client.onStatus,
    choose: client.choose,
    reconnect: client.reconnect,
    stop: client.stop,
    head: () =>
      ask((connection) =>
        Promise.resolve({
          best: pointOf(connection.best()),
          final: pointOf(connection.final()),
          genesis: connection.genesis,
        }),
      ),
    onHead: (listener) =>
      client.on((event) => {
        const connection = client.current()
        if (connection !== undefined && (event === 'best' || event === 'up'))
          listener(pointOf(connection.best()))
      }),
    hashAt: (height) =>
      ask(async (connection) => {
        try {
          return await blocks.hashAt(connection, height)
        } catch (cause) {
          if (cause instanceof WalletError && cause.code === 'not-found') return undefined
          throw cause
        }
      }),
    live: () =>
      ask(async (connection) => {
        const loaded = await runtimeNow(connection)
        const { runtime } = loaded
        const at = connection.best()
        return {
          ...loaded,
          genesis: connection.genesis,
          spec: runtime.spec,
          txVersion: runtime.txVersion,
          checksMetadata: await askMetadataCheck({ connection, store, runtime, at }),
        }
      }),
    balances: (of) =>
      ask(async (connection) => {
        const { genesis } = connection
        const block = pointOf(connection.best())
        return { block, genesis, balances: await balancesAt(connection, block)(of) }
      }),
    picture: (of, turn) =>
      ask(async (connection) => {
        const block = pointOf(connection.best())
        const spec = connection.spec()
        const reading = readingAt(connection, block)
        // With the picture's own values, in the same call: a form that is open finds them there.
        const loaded = metadata.loaded(connection.genesis, spec)
        if (loaded !== undefined) reading.values(swapKeys(of, loaded.runtime)).catch(() => undefined)
        const picture = await readPicture(
          of,
          turn,
          { reading, spec },
          { plain, perAccount, balances: balancesAt(connection, block) },
        )
        // What was read by the shapes of one runtime must not be told when another was in force.
        if (connection.spec() !== spec) throw new WalletError('offline')
        return picture
      }),
    existentialDeposit: () =>
      ask(async (connection) => readExistentialDeposit((await runtimeNow(connection)).runtime)),
    subnets: () => atBest(readSubnets),
    validators: (of) => atBest((from) => readValidators(of, from)),
    names: (of) => atBest((from) => readNames(of, from)),
    nominators: (of) => atBest((from) => countNominators(of, from)),
    answers: (asks, at, before) =>
      ask(async (connection) => {
        const from = { ...(await answerFrom(connection, at)), before }
        return Promise.all(asks.map((each) => answer(each, from)))
      }),
    cost,
    fee: async (...question) => (await cost(...question)).fee,
    nextNonce: (account) => ask((connection) => askNextNonce(connection, account)),
    shieldKey: () => ask((connection) => askShieldKey(connection, connection.best().hash)),
    follow: createFollow({
      client,
      blocks,
      accounts,
      onForged: ({ genesis, spec }) => {
        void metadata.forget(genesis, spec())
      },
    }),
  }
}

function pointOf({ number, hash }: Block): Block {
  return { number, hash }
}

/** A node that refuses or serves what cannot be read is, to the rest of the wallet, a chain that cannot be asked now. */
function atDoor(cause: unknown): unknown {
  const unusable =
    cause instanceof NodeError ||
    (cause instanceof WalletError && (cause.code === 'unreadable' || cause.code === 'not-found'))
  return unusable ? new WalletError('offline', undefined, { cause }) : cause
}

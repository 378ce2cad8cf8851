// Reference counters of accounts (frame_system): who may exist, who may not be reaped, and the events of birth and death.
import { slotsOf } from '../chain/slots.ts'
import { System } from '../runtime/declared/system.ts'
import { type AccountId, type Context, DispatchFailure } from './context.ts'

const { Account } = slotsOf(System)

// frame_system::Config::MaxConsumers of the runtime, spec 424.
const MAX_CONSUMERS = 16

export const accountOf = (c: Context, who: AccountId) => c.read(Account, who)

export const canLoseProvider = (c: Context, who: AccountId): boolean => {
  const { consumers, providers } = accountOf(c, who)
  return consumers === 0 || providers > 1
}

export function addProvider(c: Context, who: AccountId): void {
  const account = accountOf(c, who)
  const born = account.providers === 0 && account.sufficients === 0
  c.write(Account, [who], { ...account, providers: account.providers + 1 })
  if (born) c.emit(System, 'NewAccount', { account: who })
}

/** Throws ConsumerRemaining when the last provider is still needed. */
export function dropProvider(c: Context, who: AccountId): void {
  const account = accountOf(c, who)
  if (account.providers <= 1 && account.consumers > 0)
    throw new DispatchFailure({ type: 'ConsumerRemaining' })
  if (account.providers <= 1 && account.sufficients === 0) {
    c.remove(Account, who)
    c.emit(System, 'KilledAccount', { account: who })
  } else c.write(Account, [who], { ...account, providers: account.providers - 1 })
}

export function addConsumer(c: Context, who: AccountId): void {
  const account = accountOf(c, who)
  if (account.providers === 0) throw new DispatchFailure({ type: 'NoProviders' })
  if (account.consumers >= MAX_CONSUMERS) throw new DispatchFailure({ type: 'TooManyConsumers' })
  c.write(Account, [who], { ...account, consumers: account.consumers + 1 })
}

export function dropConsumer(c: Context, who: AccountId): void {
  const account = accountOf(c, who)
  c.write(Account, [who], { ...account, consumers: Math.max(0, account.consumers - 1) })
}

/** Uses up one nonce. */
export function bumpNonce(c: Context, who: AccountId): void {
  const account = accountOf(c, who)
  c.write(Account, [who], { ...account, nonce: account.nonce + 1 })
}

/** Stores balances; an account without any reference is not stored at all. */
export function storeData(c: Context, who: AccountId, data: ReturnType<typeof accountOf>['data']): void {
  const account = accountOf(c, who)
  if (account.providers > 0 || account.sufficients > 0) c.write(Account, [who], { ...account, data })
  else c.remove(Account, who)
}

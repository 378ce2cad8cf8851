/** Sees to it that the account in front is one that is there, unless there is none. */
import type { Store } from '../storage/area.ts'
import { keys } from '../storage/keys.ts'
import type { Keeper } from '../vault/keeper.ts'

interface Deps {
  readonly keeper: Keeper
  readonly store: Store
}

export async function keepAccountInFront({ keeper, store }: Deps): Promise<void> {
  const accounts = await keeper.accounts()
  const first = accounts.find((account) => !account.hidden) ?? accounts[0]
  await store.update(keys.settings, (settings) => {
    const isThere = accounts.some(({ address }) => address === settings.account)
    const account = isThere ? settings.account : (first?.address ?? null)
    return account === settings.account ? settings : { ...settings, account }
  })
}

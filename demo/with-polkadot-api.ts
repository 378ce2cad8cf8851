/** The page by polkadot-api alone. */
import { createClient, type PolkadotSigner } from 'polkadot-api'
import { connectInjectedExtension, getInjectedExtensions } from 'polkadot-api/pjs-signer'
import { getWsProvider } from 'polkadot-api/ws'
import { type Account, type Client, KEY, NAME, nodeUrl, type Progress } from './client.ts'
import { showPage } from './page.ts'

const signers = new Map<string, PolkadotSigner>()
const api = createClient(getWsProvider(nodeUrl())).getUnsafeApi()

function signerOf(address: string): PolkadotSigner {
  const signer = signers.get(address)
  if (signer === undefined) throw new Error('This account is not shared with the page.')
  return signer
}

type Transaction = ReturnType<NonNullable<NonNullable<(typeof api.tx)[string]>[string]>>

function follow(
  transaction: Transaction | undefined,
  signer: PolkadotSigner,
  tell: (p: Progress) => void,
): Promise<void> {
  return new Promise((done, failed) => {
    transaction?.signSubmitAndWatch(signer).subscribe({
      next: (event) => {
        if (event.type === 'broadcasted') return tell({ kind: 'sent' })
        if (event.type !== 'finalized' && (event.type !== 'txBestBlocksState' || !event.found)) return
        if (!event.ok) tell({ kind: 'failed', why: nameOf(event.dispatchError) })
        else if (event.type === 'finalized') tell({ kind: 'final', block: `${event.block.number}` })
        else tell({ kind: 'in-block', block: `${event.block.number}` })
        if (event.type === 'finalized') done()
      },
      error: failed,
    })
  })
}

/** The innermost name of an error: `NotEnoughBalanceToStake` of a module’s. */
function nameOf(error: unknown): string {
  const names: string[] = []
  for (let at = error; typeof at === 'object' && at !== null && 'type' in at; at = Reflect.get(at, 'value'))
    names.push(String(at.type))
  return names.slice(-2).join('.') || 'the chain says no'
}

const client: Client = {
  library: 'polkadot-api',
  connect: async () => {
    if (!getInjectedExtensions().includes(KEY)) throw new Error('No Taokey in this browser.')
    const extension = await connectInjectedExtension(KEY, NAME)
    return extension.getAccounts().map(({ address, name, polkadotSigner }): Account => {
      signers.set(address, polkadotSigner)
      return { address, name: name ?? 'no name' }
    })
  },
  transfer: (from, to, rao, tell) =>
    follow(
      api.tx['Balances']?.['transfer_keep_alive']?.({ dest: { type: 'Id', value: to }, value: rao }),
      signerOf(from),
      tell,
    ),
  stake: async (from, netuid, rao, tell) => {
    const hotkey: unknown = await api.query['SubtensorModule']?.['Keys']?.getValue(netuid, 0)
    const stake = { hotkey, netuid, amount_staked: rao }
    await follow(api.tx['SubtensorModule']?.['add_stake']?.(stake), signerOf(from), tell)
  },
  sign: async (address, text) => {
    const signature = await signerOf(address).signBytes(new TextEncoder().encode(text))
    return `0x${[...signature].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  },
}

showPage(client)

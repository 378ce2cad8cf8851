/** The page by @polkadot/extension-dapp and @polkadot/api. */
import { ApiPromise, WsProvider } from '@polkadot/api'
import type { ApiOptions, Signer, SubmittableExtrinsic } from '@polkadot/api/types'
import { web3Accounts, web3Enable, web3FromAddress } from '@polkadot/extension-dapp'
import { type Client, KEY, NAME, nodeUrl, type Progress } from './client.ts'
import { showPage } from './page.ts'

const provider = new WsProvider(nodeUrl()) as NonNullable<ApiOptions['provider']>
const connected = ApiPromise.create({ provider, noInitWarn: true })

async function signerOf(address: string): Promise<Signer> {
  return (await web3FromAddress(address)).signer as unknown as Signer
}

async function follow(
  transaction: SubmittableExtrinsic<'promise'> | undefined,
  from: string,
  tell: (progress: Progress) => void,
): Promise<void> {
  const signer = await signerOf(from)
  const { registry } = await connected
  await new Promise<void>((done, failed) => {
    transaction
      // The wallet may then add the metadata digest, so that the chain itself checks what was shown.
      ?.signAndSend(from, { signer, withSignedTransaction: true }, (result) => {
        const { status, dispatchError } = result
        const block = 'blockNumber' in result ? String(result.blockNumber) : ''
        if (status.isBroadcast || status.isReady) tell({ kind: 'sent' })
        else if (dispatchError?.isModule) {
          const { section, name } = registry.findMetaError(dispatchError.asModule)
          tell({ kind: 'failed', why: `${section}.${name}` })
        } else if (dispatchError) tell({ kind: 'failed', why: dispatchError.type })
        else if (status.isInBlock) tell({ kind: 'in-block', block })
        else if (status.isFinalized) tell({ kind: 'final', block })
        if (status.isFinalized) done()
      })
      .catch(failed)
  })
}

const client: Client = {
  library: '@polkadot/extension-dapp',
  connect: async () => {
    const found = await web3Enable(NAME)
    if (!found.some(({ name }) => name === KEY)) throw new Error('No Taokey that lets this page in.')
    const accounts = await web3Accounts()
    return accounts.map(({ address, meta }) => ({ address, name: meta.name ?? 'no name' }))
  },
  transfer: async (from, to, rao, tell) =>
    follow((await connected).tx['balances']?.['transferKeepAlive']?.(to, rao), from, tell),
  stake: async (from, netuid, rao, tell) => {
    const api = await connected
    const hotkey = await api.query['subtensorModule']?.['keys']?.(netuid, 0)
    await follow(api.tx['subtensorModule']?.['addStake']?.(hotkey, netuid, rao), from, tell)
  },
  sign: async (address, text) => {
    const signed = await (await signerOf(address)).signRaw?.({ address, data: text, type: 'bytes' })
    if (signed === undefined) throw new Error('It signs no messages.')
    return signed.signature
  },
}

showPage(client)

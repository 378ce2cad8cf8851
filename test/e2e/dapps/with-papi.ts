/** Transfers and messages by polkadot-api, with the signer of an account that it, or a library over it, found. */
import { createClient, type PolkadotSigner } from 'polkadot-api'
import { getWsProvider } from 'polkadot-api/ws'
import { nodeUrl, type Sending } from './dapp.ts'

interface WithSigner {
  readonly address: string
  readonly polkadotSigner: PolkadotSigner
}

export function signerAmong(accounts: readonly WithSigner[], address: string): PolkadotSigner {
  const account = accounts.find((each) => each.address === address)
  if (account === undefined) throw new Error('no such account')
  return account.polkadotSigner
}

/** Until it is final; the states that were passed. */
export async function sendWithPapi(signer: PolkadotSigner, { to, rao }: Sending): Promise<readonly string[]> {
  const client = createClient(getWsProvider(nodeUrl()))
  const states: string[] = []
  try {
    const transfer = client
      .getUnsafeApi()
      .tx['Balances']?.['transfer_keep_alive']?.({ dest: { type: 'Id', value: to }, value: rao })
    await new Promise<void>((done, failed) => {
      transfer?.signSubmitAndWatch(signer).subscribe({
        next: (event) => {
          states.push(event.type === 'finalized' ? 'final' : event.type)
          if (event.type !== 'finalized') return
          if (event.ok) done()
          else failed(new Error('the transfer failed'))
        },
        error: failed,
      })
    })
  } finally {
    client.destroy()
  }
  return states
}

export async function signWithPapi(signer: PolkadotSigner, text: string): Promise<string> {
  const signature = await signer.signBytes(new TextEncoder().encode(text))
  return `0x${[...signature].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

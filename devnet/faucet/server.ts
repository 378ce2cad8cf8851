// The faucet over plain HTTP: a page with a form, which takes orders only from itself and only up to a bound.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readAddress, showAddress } from '../chain/address.ts'
import type { Hex } from '../chain/bytes.ts'
import type { Devnet } from '../start.ts'
import { DEV_ACCOUNTS } from '../world.ts'
import { faucetPage, type PageFacts } from './page.ts'

export interface Faucet {
  readonly url: string
  readonly close: () => Promise<void>
}

/** The most that is given at once. */
const LARGEST_TAO = 10_000n
const RAO = 1_000_000_000n
// A form of two fields is far shorter.
const MAX_BODY = 4_096

/** Serves the faucet of a devnet on the loopback interface. Rejects when the port is taken. */
export async function startFaucet(devnet: Devnet, port = 0): Promise<Faucet> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => send(response, 500, 'Something went wrong.'))
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', done)
  })
  const { port: bound } = server.address() as AddressInfo
  const hosts = [`127.0.0.1:${bound}`, `localhost:${bound}`]

  const page = (more: Pick<PageFacts, 'notice' | 'address'> = {}): string =>
    faucetPage({
      endpoint: devnet.url,
      genesis: devnet.genesis,
      bestBlock: devnet.node.chain.best().header.number,
      accounts: DEV_ACCOUNTS.map(({ name, account }) => ({
        name,
        address: showAddress(account),
        balance: `${formatTao(devnet.freeBalance(account))} TAO`,
      })),
      largest: String(LARGEST_TAO),
      ...more,
    })

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { host = '', origin } = request.headers
    // A name that a stranger's site lets point here is not ours.
    if (!hosts.includes(host)) return send(response, 421, 'This faucet answers to its own address only.')
    if (request.method === 'GET' && request.url === '/') return send(response, 200, page())
    if (request.method !== 'POST' || request.url !== '/fund')
      return send(response, 404, 'There is nothing here.')
    if (origin !== `http://${host}`) return send(response, 403, 'Orders are taken from this page only.')
    const form = new URLSearchParams(await readBody(request))
    const address = form.get('address')?.trim() ?? ''
    const order = readOrder(address, form.get('amount') ?? '')
    if ('problem' in order)
      return send(response, 400, page({ address, notice: { kind: 'refused', text: order.problem } }))
    devnet.faucet(order.account, order.rao)
    const text = `${formatTao(order.rao)} TAO sent to ${address}. It has ${formatTao(devnet.freeBalance(order.account))} TAO now.`
    send(response, 200, page({ address, notice: { kind: 'done', text } }))
  }

  return {
    url: `http://127.0.0.1:${bound}/`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

type Order = { readonly account: Hex; readonly rao: bigint } | { readonly problem: string }

/** What a form asks for, or why it is refused. */
export function readOrder(address: string, amount: string): Order {
  let account: Hex
  try {
    account = readAddress(address)
  } catch {
    return { problem: 'This is not an address of this chain. It starts with 5 and is 48 characters long.' }
  }
  const parts = /^([0-9]{1,12})(?:\.([0-9]{1,9}))?$/.exec(amount.trim())
  if (!parts) return { problem: 'The amount is a number with at most nine decimals.' }
  const rao = BigInt(parts[1] ?? '0') * RAO + BigInt((parts[2] ?? '').padEnd(9, '0'))
  if (rao < 500n) return { problem: 'Less than 0.0000005 TAO does not make an account.' }
  if (rao > LARGEST_TAO * RAO) return { problem: `At most ${LARGEST_TAO} TAO at a time.` }
  return { account, rao }
}

/** Rao as TAO with thousands apart and no needless zeros. */
export function formatTao(rao: bigint): string {
  const whole = String(rao / RAO).replace(/\B(?=(\d{3})+$)/g, ',')
  const part = String(rao % RAO)
    .padStart(9, '0')
    .replace(/0+$/, '')
  return part ? `${whole}.${part}` : whole
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > MAX_BODY) throw new Error('the form is too long')
  }
  return body
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  })
  response.end(html)
}

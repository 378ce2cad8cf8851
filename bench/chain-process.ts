/**
 * A devnet in a process of its own, so that what measures does not take the chain's turn. Told what to do by messages;
 * its world is named on the command line.
 */
import { runtime } from '../devnet/runtime/declared/runtime.ts'
import { startDevnet } from '../devnet/start.ts'

export type Asked =
  | { readonly kind: 'faucet'; readonly account: `0x${string}`; readonly rao: string }
  | { readonly kind: 'grant'; readonly accounts: readonly `0x${string}`[]; readonly positions: number }
  | { readonly kind: 'best' }
  | { readonly kind: 'seal' }
  | { readonly kind: 'requests' }
  | { readonly kind: 'forgetRequests' }

const world = process.argv[2] === 'large' ? 'large' : 'ordinary'
const devnet = await startDevnet({ port: 0, blockMs: 0, world, report: () => undefined })
devnet.seal(3)

function answer(asked: Asked): unknown {
  switch (asked.kind) {
    case 'faucet':
      return devnet.faucet(asked.account, BigInt(asked.rao))
    case 'grant':
      return devnet.grantStakes(asked.accounts, asked.positions)
    case 'best': {
      const { header, hash } = devnet.node.chain.best()
      return { number: header.number, hash, extensions: runtime.extensions.map(({ name }) => name) }
    }
    case 'seal':
      return devnet.seal()
    case 'requests':
      return devnet.requests()
    case 'forgetRequests':
      devnet.forgetRequests()
      return null
  }
}

process.on('message', (asked: Asked) => process.send?.({ answer: answer(asked) }))
process.on('disconnect', () => process.exit())
process.send?.({ url: devnet.url, genesis: devnet.genesis })

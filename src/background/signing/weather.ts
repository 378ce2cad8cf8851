/** What the chain refuses now whatever else is right about a call: said in the review, and not signed. */
import type { Finding } from '#shared/domain/description.ts'
import { WalletError } from '#shared/domain/errors.ts'
import type { Chain } from '../chain/chain.ts'

type WeatherChain = Pick<Chain, 'head' | 'answers'>

// BaseCallFilter while SafeMode.EnteredUntil is set (subtensor runtime, spec 424); anything else is System.CallFiltered.
const SAFE_PALLETS: ReadonlySet<string> = new Set(['Sudo', 'Multisig', 'System', 'SafeMode', 'Timestamp'])
const SAFE_CALLS: ReadonlySet<string> = new Set([
  'SubtensorModule.set_weights',
  'SubtensorModule.serve_axon',
  'Commitments.set_commitment',
])

/** Whether safe mode lets a call through: the outermost one, by name. What is inside it the chain judges when it runs. */
function isSafe(call: string): boolean {
  return SAFE_CALLS.has(call) || SAFE_PALLETS.has(call.split('.')[0] ?? '')
}

/** The block until which this call is refused; undefined while it is not. */
async function refusedUntil(call: string, { head, answers }: WeatherChain): Promise<number | undefined> {
  if (isSafe(call)) return undefined
  const { best } = await head()
  const [until] = await answers([{ fact: 'safeMode', of: undefined }], best)
  return typeof until === 'number' && until >= best.number ? until : undefined
}

/** For the review. */
export async function weatherFindings(call: string, chain: WeatherChain): Promise<readonly Finding[]> {
  const until = await refusedUntil(call, chain)
  if (until === undefined) return []
  return [
    {
      id: 'safe-mode',
      level: 'danger',
      blocks: true,
      text: [`The chain is in safe mode until block ${until}, and refuses this. Wait until then.`],
    },
  ]
}

/** @throws WalletError `refused` for what could only fail now */
export async function checkWeather(call: string, chain: WeatherChain): Promise<void> {
  const until = await refusedUntil(call, chain)
  if (until !== undefined)
    throw new WalletError('refused', {
      why: `the chain is in safe mode until block ${until} and takes no such call`,
    })
}

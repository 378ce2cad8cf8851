/** Unlocking and signing as the wallet does them, against the same libraries called bare in a plain page of the browser. */
import { BRIDGE_PAGE, WORKER_SCRIPT } from '#shared/protocol/places.ts'
import { DEFAULT_COST } from '../src/vault/kdf.ts'
import { navigate } from './browser.ts'
import type { Session } from './debugger.ts'
import { ALICE, BOB, type Ground } from './ground.ts'
import type { Agreed } from './in-page/review.ts'
import { inPage } from './in-page.ts'
import { type Figure, figure, interleaved, times } from './statistics.ts'

export async function benchUnlock(ground: Ground, runs: number): Promise<readonly Figure[]> {
  const { plain, site } = ground
  const window = await ground.wallet()
  const samples = await interleaved(runs, {
    floor: async () => {
      // The room starts anew at every lock, so the bare page does as well: neither has run its WebAssembly before.
      await navigate(plain, site)
      await plain.evaluate(await inPage('bare'))
      return plain.evaluate<number>(`bench.derive(${JSON.stringify(DEFAULT_COST)})`)
    },
    ours: () => window.evaluate<number>('bench.unlock()'),
  })
  await window.close()
  return [figure('unlock, from the press to open; floor: bare argon2id', 'ms', samples, times(1.3, 10))]
}

/** In the worker: one command over the bridge, as `background/vault/realm.ts` sends it, in ms. */
const throughBridge = (input: Agreed): string => `(async () => {
  const message = { to: 'bridge', name: 'room.sign', input: ${JSON.stringify(input)} }
  const started = performance.now()
  const answer = await chrome.runtime.sendMessage(message)
  const took = performance.now() - started
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return took
})()`

/** In the bridge: the same command to the room itself, without the browser's messaging and without verification. */
const toRoom = (input: Agreed): string => `new Promise((resolve, reject) => {
  const { contentWindow } = document.querySelector('iframe')
  const id = Number.MAX_SAFE_INTEGER
  const listen = ({ source, data }) => {
    if (source !== contentWindow || data.kind !== 'answer' || data.id !== id) return
    removeEventListener('message', listen)
    if (data.result.ok) resolve(performance.now() - started)
    else reject(new Error(JSON.stringify(data.result)))
  }
  addEventListener('message', listen)
  const started = performance.now()
  contentWindow.postMessage({ kind: 'command', id, command: { name: 'room.sign', input: ${JSON.stringify(input)} } }, '*')
})`

interface Bare {
  readonly signed: number
  readonly verified: number
  readonly signOnly: number
}

/** Both ways are warmed up first: a just-in-time compiler gives the first signatures away. */
const WARM_UP = 12

export async function benchSign(ground: Ground, runs: number): Promise<readonly Figure[]> {
  const { browser, ours, plain } = ground
  const wallet = await ground.wallet()
  const approval = await wallet.evaluate<string>(`bench.propose('${ALICE.address}', '${BOB}')`)
  const review = await ground.review()
  const worker = await found(browser.find(`${ours}${WORKER_SCRIPT}`))
  const bridge = await found(browser.find(`${ours}${BRIDGE_PAGE}`))
  const whole = { floor: [] as number[], ours: [] as number[] }
  const inside = { floor: [] as number[], ours: [] as number[] }
  const alone: number[] = []
  const agree = async (): Promise<Agreed> => {
    const [agreed] = await review.evaluate<readonly Agreed[]>(`bench.agree('${approval}', 1)`)
    if (agreed === undefined) throw new Error('nothing was agreed to')
    return agreed
  }
  for (let run = -WARM_UP; run < runs; run += 1) {
    const [first, second] = [await agree(), await agree()]
    const bare = await plain.evaluate<Bare>(`bench.sign('${first.payload}')`)
    const bridged = await worker.evaluate<number>(throughBridge(first))
    const direct = await bridge.evaluate<number>(toRoom(second))
    if (run < 0) continue
    whole.floor.push(bare.verified)
    whole.ours.push(bridged)
    inside.floor.push(bare.signed)
    inside.ours.push(direct)
    alone.push(bare.signOnly)
  }
  await review.close()
  await wallet.close()
  return [
    figure(
      'sign, warm, worker → bridge → room → verified; floor: bare derive, sign, verify',
      'ms',
      whole,
      times(2),
    ),
    figure('sign, warm, bridge → room; floor: bare derive, sign', 'ms', inside, times(2)),
    figure('one bare signature alone', 'ms', { floor: [], ours: alone }),
  ]
}

async function found(session: Promise<Session | undefined>): Promise<Session> {
  const there = await session
  if (there === undefined) throw new Error('worker or bridge does not run')
  return there
}

import { startGround, createWallet } from './ground.ts'
import { benchWorker } from './worker.ts'
import { benchBalances } from './popup.ts'
import { table } from './statistics.ts'
const g = await startGround()
try {
  console.log('ground')
  await createWallet(g)
  console.log('wallet')
  const w = await benchWorker(g, 5)
  console.log(table(w))
  const f = await benchBalances(g, 4, w[0]!.samples.floor)
  console.log(table([...w, ...f]))
  for (const x of f) console.log(x.name, x.samples.ours.map(n=>Math.round(n)).join(' '), '|', x.samples.floor.map(n=>Math.round(n)).join(' '))
} catch (e) { console.error(e) } finally { await g.close() }

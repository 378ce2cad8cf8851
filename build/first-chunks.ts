/**
 * What a window reads before anything in it can be pressed, in three files: each costs a fetch, and each round of imports
 * another. `base` asks the worker, or worker and room for a review; `app` is React and what both
 * windows need; `start` is the rest of the wallet's first screens. A screen on demand is in none of them, nor is an icon only
 * such a screen shows. What the portfolio reads once its total is painted is one more file, `stakes`, and what the review has in
 * common with screens on demand another, `also`.
 */
import { resolve } from 'node:path'
import { iconFiles, readWith } from './read-with.ts'

const PACKAGES_OF_BASE = /\/node_modules\/(zod|@noble|@scure)\/|vite\/preload-helper/
/** Of lucide only what every icon is made of. */
const PACKAGES_OF_APP = /\/node_modules\/(react|react-dom|scheduler)\/|\/lucide-react\/(?!dist\/esm\/icons\/)/

/** Parts of the first screen that are drawn once its total is: one file and one fetch for all of them. */
const LATE = [
  'src/popup/screens/home/weather-notes.tsx',
  'src/popup/screens/positions/stakes.tsx',
  'src/popup/screens/positions/value-line.tsx',
  'src/popup/screens/positions/claim-card.tsx',
]

interface Group {
  readonly name: string
  readonly priority: number
  readonly test: (id: string) => boolean
}

export function firstChunks(root: string): Group[] {
  const files = iconFiles(root)
  const read = (entry: string): ReadonlySet<string> => {
    const { modules, icons } = readWith(root, entry)
    const shown = [...icons].flatMap((icon) => files.get(icon) ?? [])
    // The entry itself stays the file its document names.
    return new Set([...modules, ...shown].filter((id) => id !== resolve(root, entry)))
  }
  const base = new Set([...read('src/popup/main.tsx'), ...read('src/popup/approve.ts')])
  const review = read('src/popup/review-start.tsx')
  const start = resolve(root, 'src/popup/start.tsx')
  const wallet = read('src/popup/start.tsx')
  const stakes = new Set(LATE.flatMap((late) => [...read(late), resolve(root, late)]))
  // Comes on demand, but the review's window reads nothing else of the wallet's first screens for it.
  const agreed = read('src/popup/screens/approval/agreed.tsx')
  const both = new Set([...review, ...agreed].filter((id) => wallet.has(id)))
  const plain = (id: string): string => id.split('?')[0] ?? id
  return [
    { name: 'base', priority: 3, test: (id) => PACKAGES_OF_BASE.test(id) || base.has(plain(id)) },
    { name: 'app', priority: 2, test: (id) => PACKAGES_OF_APP.test(id) || both.has(plain(id)) },
    { name: 'start', priority: 1, test: (id) => wallet.has(plain(id)) || plain(id) === start },
    {
      name: 'also',
      priority: 1,
      test: (id) => review.has(plain(id)) && !plain(id).includes('/screens/approval/'),
    },
    { name: 'stakes', priority: 0, test: (id) => stakes.has(plain(id)) },
  ]
}

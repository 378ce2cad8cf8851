/** Which of our modules an entry reads at once, and which icons they name: what is imported on demand is not among them. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

export interface ReadWith {
  readonly modules: ReadonlySet<string>
  /** As the package exports them. */
  readonly icons: ReadonlySet<string>
}

const IMPORTS = /^(?:import|export)\s+(?!type\b)([^'"();=]*?)\s*(?:from\s*)?['"]([^'"]+)['"]/gm

export function readWith(root: string, entry: string): ReadWith {
  const modules = new Set<string>()
  const icons = new Set<string>()
  const follow = (file: string): void => {
    if (modules.has(file) || !existsSync(file)) return
    modules.add(file)
    for (const [, names = '', from = ''] of readFileSync(file, 'utf8').matchAll(IMPORTS)) {
      if (from === 'lucide-react') for (const name of namesIn(names)) icons.add(name)
      if (from.startsWith('#shared/')) follow(resolve(root, 'src/shared', from.slice('#shared/'.length)))
      if (from.startsWith('.')) follow(resolve(dirname(file), from))
    }
  }
  follow(resolve(root, entry))
  return { modules, icons }
}

function namesIn(names: string): readonly string[] {
  return names
    .replace(/[{}]/g, '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && !each.startsWith('type '))
    .map((each) => each.split(' as ')[0] ?? each)
}

/** The file of each icon: several names may stand for one. */
export function iconFiles(root: string): ReadonlyMap<string, string> {
  const folder = resolve(root, 'node_modules/lucide-react/dist/esm')
  const files = new Map<string, string>()
  const exported = /export \{([^}]*)\} from '(\.\/icons\/[^']+)'/g
  for (const [, names = '', path = ''] of readFileSync(resolve(folder, 'lucide-react.mjs'), 'utf8').matchAll(
    exported,
  ))
    for (const name of names.split(','))
      files.set(name.replace('default as', '').trim(), resolve(folder, path))
  return files
}

/** The files of this repository, for laws that hold for all of them. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** Every file below a folder, by its path from the root. */
export function walk(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name)
    return statSync(join(root, path)).isDirectory() ? walk(path) : [path]
  })
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

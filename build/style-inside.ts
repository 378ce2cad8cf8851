/**
 * Vite plugin: a window's document brings its look along, so that it is painted without a second round of fetches. The
 * style sheet stands in the document, and the policy allows that very text and no other.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, ResolvedConfig, Rolldown } from 'vite'

const DOCUMENTS = ['popup/index.html', 'popup/approve.html']

const LINKED_SHEET = /<link rel="stylesheet"[^>]*>/g
const OWN_SHEETS = "style-src 'self'"

export function styleInside(): Plugin {
  let config: ResolvedConfig
  let onlySheet = ''
  return {
    name: 'taokey:style-inside',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved
    },
    generateBundle(_, bundle) {
      const { name, text } = sheetIn(bundle)
      onlySheet = `style-src '${policyHash(text)}'`
      for (const path of DOCUMENTS) {
        const document = bundle[path]
        if (document?.type !== 'asset') throw new Error(`${path} was not built`)
        document.source = replaced(withSheet(String(document.source), text), OWN_SHEETS, onlySheet)
      }
      delete bundle[name]
    },
    writeBundle() {
      const path = join(config.build.outDir, 'manifest.json')
      writeFileSync(path, replaced(readFileSync(path, 'utf8'), OWN_SHEETS, onlySheet))
    },
  }
}

function sheetIn(bundle: Rolldown.OutputBundle): { name: string; text: string } {
  const sheets = Object.entries(bundle).filter(([name]) => name.endsWith('.css'))
  const [[name, sheet] = []] = sheets
  if (sheets.length !== 1 || name === undefined || sheet?.type !== 'asset')
    throw new Error(`one style sheet was wanted, not ${sheets.length}`)
  // Vite leaves a mark of its own at the end.
  const text = String(sheet.source).replace(/\s*\/\*\$vite\$:\d+\*\/\s*$/, '')
  if (/<\/style/i.test(text)) throw new Error('the style sheet would end its element')
  return { name, text }
}

function withSheet(html: string, text: string): string {
  const [link, ...more] = html.match(LINKED_SHEET) ?? []
  if (link === undefined || more.length > 0) throw new Error('a document links one style sheet')
  return replaced(html, link, `<style>${text}</style>`)
}

/** The text with its one such part replaced, taken as it stands. */
function replaced(text: string, part: string, by: string): string {
  const [before, after, ...more] = text.split(part)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`“${part}” stands not once in what was built`)
  return before + by + after
}

function policyHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

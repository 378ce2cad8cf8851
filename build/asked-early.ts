/**
 * Vite plugin: names in a window's document what its entry will import, so that the first script can ask for it before the
 * entry has run. The links stand in a template, where nothing follows them: fetched with the entry, they would hold the
 * first paint up.
 */
import type { Plugin, Rolldown } from 'vite'

/** Each document, and what its entry imports once the worker has been asked. */
const IMPORTED: Readonly<Record<string, string>> = {
  'popup/index.html': '/src/popup/start.tsx',
  'popup/approve.html': '/src/popup/review-start.tsx',
}

export function askedEarly(): Plugin {
  return {
    name: 'taokey:asked-early',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const [path, module] of Object.entries(IMPORTED)) {
        const document = bundle[path]
        if (document?.type !== 'asset') throw new Error(`${path} was not built`)
        const html = String(document.source)
        const links = filesOf(bundle, module)
          .filter((file) => !html.includes(file))
          .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`)
        document.source = html.replace('</head>', () => `<template>${links.join('')}</template></head>`)
      }
    },
  }
}

/** The file a module is in, and all it imports. */
function filesOf(bundle: Rolldown.OutputBundle, module: string): readonly string[] {
  const entry = Object.values(bundle).find(
    (each) => each.type === 'chunk' && each.moduleIds.some((id) => id.endsWith(module)),
  )
  if (entry === undefined) throw new Error(`${module} is in no file`)
  const files = new Set<string>()
  const visit = (file: string): void => {
    const chunk = bundle[file]
    if (files.has(file) || chunk?.type !== 'chunk') return
    files.add(file)
    chunk.imports.forEach(visit)
  }
  visit(entry.fileName)
  return [...files]
}

/** The worker as it ships: nothing stands before the locks, and nothing is loaded but its own second half. */

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LATER_SCRIPT, WORKER_SCRIPT } from '#shared/protocol/places.ts'
import { buildAlone } from '../../build/alone.ts'
import { HARDEN } from '../../build/parts.ts'
import { type Build, buildExtension } from '../e2e/extension.ts'

const ROOT = resolve(import.meta.dirname, '../..')

let build: Build
beforeAll(async () => {
  build = await buildExtension('production')
}, 180_000)
afterAll(() => build?.remove())

const read = (path: string): string => readFileSync(join(build.folder, path), 'utf8')

describe('the worker', () => {
  it('begins, at its first byte, with the locks built alone', async () => {
    const { code, modules } = await buildAlone(ROOT, HARDEN)
    expect(modules).toEqual([join(ROOT, HARDEN.entry)])
    expect(code.startsWith('"use strict";')).toBe(true)
    expect(code).toContain('addRoutes')
    expect(read(WORKER_SCRIPT).startsWith(code)).toBe(true)
  })

  it('is a classic script under the name the bridge knows it by', () => {
    expect(JSON.parse(read('manifest.json')).background).toEqual({ service_worker: WORKER_SCRIPT.slice(1) })
    for (const script of [WORKER_SCRIPT, LATER_SCRIPT])
      expect(read(script)).not.toMatch(/\bimport\s*[({"'`*]|\bexport\s*[{*]/)
  })

  it('loads its second half, by the path that its locks let through, and nothing else', async () => {
    const loads = read(WORKER_SCRIPT).match(/importScripts\s*\([^)]*\)/g)
    expect(new Set(loads)).toEqual(new Set([`importScripts(${JSON.stringify(LATER_SCRIPT)})`]))
    expect(read(LATER_SCRIPT)).not.toContain('importScripts')
    expect((await buildAlone(ROOT, HARDEN)).code).toContain(LATER_SCRIPT)
  })

  it('keeps in its second half the chain and what is signed, and answers without it', () => {
    expect(read(LATER_SCRIPT)).toMatch(/^function taokeyLater\(exports,require\)\{/)
    expect(read(WORKER_SCRIPT).length).toBeLessThan(read(LATER_SCRIPT).length)
    for (const only of ['author_submitExtrinsic', 'SubtensorModule.add_stake'])
      expect([read(LATER_SCRIPT).includes(only), read(WORKER_SCRIPT).includes(only)]).toEqual([true, false])
  })
})

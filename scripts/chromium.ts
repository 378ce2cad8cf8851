/** The Chromium that tests, demo and bench run: the one that is named, or the first of the usual places that has one. */
import { existsSync } from 'node:fs'
import places from './chromium-places.json' with { type: 'json' }

export const CHROMIUM: string =
  process.env['TAOKEY_CHROMIUM'] ?? places.find((path) => existsSync(path)) ?? '/usr/bin/chromium'

/** Installs what is missing, with nothing but Node: the packages of the lockfile, and Chromium from Debian's packages. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = resolve(import.meta.dirname, '..')

/** Where a Chromium may be that still loads unpacked extensions from the command line. Branded Chrome no longer does. */
const CANDIDATES = [
  process.env.TAOKEY_CHROMIUM,
  ...JSON.parse(readFileSync(join(root, 'scripts', 'chromium-places.json'), 'utf8')),
]

/** The path of a Chromium, or undefined. */
export function findChromium() {
  return CANDIDATES.find((path) => path !== undefined && existsSync(path))
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  return status === 0
}

/** Whether node_modules holds what the lockfile says. */
function isInstalled() {
  const wanted = join(root, 'package-lock.json')
  const have = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(have)) return false
  const versions = (file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
      .filter(([name, entry]) => name !== '' && !entry.optional)
      .map(([name, entry]) => `${name}@${entry.version}`)
  const installed = new Set(versions(have))
  return versions(wanted).every((entry) => installed.has(entry))
}

/** Afterwards packages and a Chromium are there; ends the process with a plain sentence where they cannot be had. */
export function prepare() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
    process.exit(1)
  }
  if (!isInstalled()) {
    console.log('Installing the packages of the lockfile (npm ci)…')
    if (!run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])) {
      console.error('npm ci failed: see above. Nothing else was done.')
      process.exit(1)
    }
  }
  const chromium = findChromium() ?? installChromium()
  if (chromium === undefined) {
    console.error(
      'No Chromium was found, and this machine does not let one be installed from Debian packages (that needs root and apt-get).\n' +
        'Install Chromium (not branded Chrome: it no longer loads unpacked extensions from the command line)\n' +
        'and run this again, or name it: TAOKEY_CHROMIUM=/path/to/chromium',
    )
    process.exit(1)
  }
}

function installChromium() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return undefined
  console.log("Installing Chromium from Debian's packages…")
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  apt('update', '-q')
  apt('install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core')
  return findChromium()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prepare()

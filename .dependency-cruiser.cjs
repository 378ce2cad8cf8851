/** Who may import whom. Each rule says why; there is no per-line way round it. */

const ROOMS = '^src/(background|bridge|vault|popup|content)/'
const TEST = '\\.test\\.tsx?$'
const SCALE = '^node_modules/@polkadot-api/(substrate-bindings|metadata-builders)/'
const KEYS = '^node_modules/(@scure/(bip39|sr25519)|@noble/(curves|ciphers|post-quantum)|hash-wasm)/'

/** A rule that forbids `from` the modules of `to`. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-cycles', 'a cycle has no first file to read', {}, { circular: true }),
    forbid('no-unresolved', 'every import leads somewhere', {}, { couldNotResolve: true }),
    forbid(
      'rooms-do-not-touch',
      'a room imports itself and shared, types included',
      { path: ROOMS, pathNot: TEST },
      { path: '^(src|devnet|test)/', pathNot: ['^src/$1/', '^src/shared/'] },
    ),
    forbid(
      'devnet-stands-apart',
      'what both know they know from the chain, so that one cannot hide the mistake of the other',
      { path: '^devnet/' },
      { path: '^(src|test)/' },
    ),
    forbid(
      'src-knows-no-devnet',
      'as above',
      { path: '^src/', pathNot: TEST },
      { path: '^(devnet|test|scripts)/' },
    ),
    forbid(
      'shared-stands-alone',
      'shared runs everywhere, so it may assume nothing',
      { path: '^src/shared/', pathNot: TEST },
      { path: '^(src|devnet|test)/', pathNot: '^src/shared/' },
    ),
    forbid(
      'shared-packages',
      'of npm only hashes, base58, the boundary codecs; the SCALE codecs on the runtime floor',
      { path: '^src/shared/', pathNot: TEST },
      {
        path: 'node_modules/',
        pathNot: ['^node_modules/(@noble/hashes|@scure/base|zod)/', SCALE],
      },
    ),
    forbid(
      'scale-on-its-floor',
      'metadata is read on the runtime floor, in the chain room and where it is agreed to',
      { path: '^src/', pathNot: ['^src/shared/runtime/', '^src/background/chain/', '^src/vault/', TEST] },
      { path: SCALE },
    ),
    forbid(
      'floor-codec',
      'floors import leftward',
      { path: '^src/shared/codec', pathNot: TEST },
      { path: '^src/shared/(domain|runtime|operations|review|protocol)' },
    ),
    forbid(
      'floor-domain',
      'floors import leftward',
      { path: '^src/shared/domain', pathNot: TEST },
      { path: '^src/shared/(runtime|operations|review|protocol)' },
    ),
    forbid(
      'floor-runtime',
      'floors import leftward',
      { path: '^src/shared/runtime', pathNot: TEST },
      { path: '^src/shared/(operations|review|protocol)' },
    ),
    forbid(
      'floor-operations',
      'floors import leftward',
      { path: '^src/shared/operations', pathNot: TEST },
      { path: '^src/shared/(review|protocol)' },
    ),
    forbid(
      'floor-review',
      'floors import leftward',
      { path: '^src/shared/review', pathNot: TEST },
      { path: '^src/shared/protocol' },
    ),
    forbid(
      'only-the-vault-touches-keys',
      'a library that can hold a key belongs to the room that has no network; the bridge verifies',
      { path: '^src/', pathNot: ['^src/vault/', '^src/bridge/verify\\.ts$', TEST] },
      { path: KEYS },
    ),
    forbid(
      'no-heavy-keyring',
      '@polkadot packages cost the worker 50 ms at every wake; they are oracles of tests',
      { path: '^src/', pathNot: TEST },
      { path: '^node_modules/@polkadot/' },
    ),
    forbid(
      'digest-in-the-vault',
      'the metadata digest is computed where it is agreed to',
      { path: '^src/', pathNot: ['^src/vault/', TEST] },
      { path: '^node_modules/@polkadot-api/merkleize-metadata/' },
    ),
    forbid(
      'bridge-is-a-verifier',
      'the bridge can impersonate both sides, so next to nothing runs there',
      { path: '^src/bridge/', pathNot: TEST },
      { path: 'node_modules/', pathNot: '^node_modules/(@scure/sr25519|@noble/(curves|hashes))/' },
    ),
    forbid(
      'one-caller-of-the-room',
      'the background speaks to the room through realm.ts',
      { path: '^src/background/', pathNot: ['^src/background/(vault/realm|index)', TEST] },
      { path: '^src/shared/protocol/room-messages' },
    ),
    forbid(
      'storage-in-one-folder',
      'every stored key is declared once',
      {
        path: '^src/',
        pathNot: [
          '^src/background/(index\\.ts|storage/)',
          '^src/popup/background\\.ts$',
          '^src/background/vault/',
          TEST,
        ],
      },
      { path: '^node_modules/webextension-polyfill/' },
    ),
    forbid(
      'background-order-storage',
      'storage knows nobody',
      { path: '^src/background/storage/', pathNot: TEST },
      { path: '^src/background/(?!storage/)' },
    ),
    forbid(
      'background-order-chain',
      'the chain room knows nobody',
      { path: '^src/background/chain/', pathNot: TEST },
      { path: '^src/background/(?!chain/)' },
    ),
    forbid(
      'nobody-imports-index',
      'the composition root is the top',
      { path: '^src/' },
      { path: '^src/background/index\\.ts$' },
    ),
    forbid(
      'ui-is-dumb',
      'parts of the interface take props and send events',
      { path: '^src/popup/ui/', pathNot: TEST },
      { path: '^src/', pathNot: ['^src/popup/ui/', '^src/shared/(domain|operations|codec)'] },
    ),
    forbid(
      'page-script-is-bare',
      'it ships into every page',
      { path: '^src/content/', pathNot: TEST },
      { path: 'node_modules/' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.types)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}

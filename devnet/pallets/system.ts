// System calls a wallet meets: remarks. What only root may do is refused as a node refuses it.
import { blake2b256, toHex } from '../chain/bytes.ts'
import { System } from '../runtime/declared/system.ts'
import { behaviour, requireRoot, signed } from './dispatch.ts'

// The behaviour of a root call is not simulated: only that nobody else may make it.
const rootOnly = (_c: unknown, origin: Parameters<typeof requireRoot>[0]): undefined => {
  requireRoot(origin)
  return undefined
}

export const systemCalls = behaviour(System, {
  // frame_system accepts a remark from anyone and stores nothing.
  remark: () => undefined,
  remark_with_event: (c, origin, { remark }) => {
    const sender = signed(origin)
    c.emit(System, 'Remarked', { sender, hash: toHex(blake2b256(remark)) })
    return undefined
  },
  set_heap_pages: rootOnly,
  set_code: rootOnly,
  set_code_without_checks: rootOnly,
  set_storage: rootOnly,
  kill_storage: rootOnly,
  kill_prefix: rootOnly,
})

// The time inherent: the first extrinsic of every block.
import { slotsOf } from '../chain/slots.ts'
import { Timestamp } from '../runtime/declared/timestamp.ts'
import { DispatchFailure } from './context.ts'
import { behaviour } from './dispatch.ts'

const { Now } = slotsOf(Timestamp)

export const timestampCalls = behaviour(Timestamp, {
  set: (c, origin, { now }) => {
    if (origin.kind !== 'none') throw new DispatchFailure({ type: 'BadOrigin' })
    c.write(Now, [], now)
    return undefined
  },
})

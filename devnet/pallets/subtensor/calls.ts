// Dispatch of SubtensorModule: the room for staking and registration. A declared call that is not here fails loudly.
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { behaviour } from '../dispatch.ts'

export const subtensorCalls = behaviour(SubtensorModule, {})

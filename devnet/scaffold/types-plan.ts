// Decides which named type is declared in which file, so that no two files need each other.
import type { Source } from './express.ts'
import { entryOf } from './lift.ts'

/** By the crate or the module of a type, from the bottom up: a file may import those before it. */
const FILES = [
  {
    name: 'types/primitives.ts',
    holds: /^(sp_(core|arithmetic|weights)|primitive_types|bounded_|substrate_|Cow|NonZero)/,
  },
  { name: 'types/sp-runtime.ts', holds: /^sp_(runtime|version|inherents)/ },
  { name: 'types/consensus.ts', holds: /^(sp_consensus|finality_)/ },
  { name: 'types/frame.ts', holds: /^frame_/ },
  { name: 'types/ethereum.ts', holds: /^eth/ },
  { name: 'types/evm.ts', holds: /^(evm|fp_|pallet_(ethereum|evm))/ },
  { name: 'types/contracts.ts', holds: /^pallet_contracts/ },
  {
    name: 'types/pallets.ts',
    holds: /^pallet_(?!subtensor|commitments|drand|shield|limit|admin|crowdloan|swap)/,
  },
  { name: 'types/runtime-common.ts', holds: /^subtensor_runtime_common/ },
  { name: 'types/subtensor.ts', holds: /^(pallet_subtensor::(?!rpc_info)|share_pool|safe_)/ },
  { name: 'types/stake-info.ts', holds: /::rpc_info::(delegate|stake)_info/ },
  { name: 'types/neuron-info.ts', holds: /::rpc_info::neuron_info/ },
  { name: 'types/subnet-info.ts', holds: /::rpc_info::(subnet_info|dynamic_info|show_subnet)/ },
  { name: 'types/metagraph.ts', holds: /::rpc_info::metagraph/ },
  { name: 'types/commitments.ts', holds: /^pallet_commitments/ },
  { name: 'types/subtensor-pallets.ts', holds: /^(pallet_|subtensor_)/ },
  { name: 'types/runtime.ts', holds: /./ },
] as const

/** The ids to declare in each file, what is mentioned before what mentions it. */
export function planTypes(source: Source, skip: ReadonlySet<number>): ReadonlyMap<string, readonly number[]> {
  const { names, metadata } = source
  const ranks = new Map<number, number>()
  const open = new Set<number>()
  const plan = new Map<string, number[]>(FILES.map(({ name }) => [name, []]))

  const visit = (id: number): number => {
    const had = ranks.get(id)
    if (had !== undefined) return had
    if (open.has(id)) throw new Error(`${names.get(id)} mentions itself: declare it late`)
    open.add(id)
    const entry = entryOf(metadata.lookup, id)
    const own = FILES.findIndex(({ holds }) => holds.test(entry.path.join('::')))
    const rank = Math.max(own, ...mentioned(id, source, skip).map(visit))
    ranks.set(id, rank)
    plan.get(FILES[rank]?.name ?? '')?.push(id)
    return rank
  }
  for (const id of names.keys()) if (!skip.has(id)) visit(id)
  return plan
}

/** The named types that a type mentions, directly or through types without a name. */
function mentioned(id: number, { names, metadata }: Source, skip: ReadonlySet<number>): readonly number[] {
  const found = new Set<number>()
  const visit = (child: number): void => {
    if (skip.has(child)) return
    if (names.has(child)) found.add(child)
    else for (const next of children(child)) visit(next)
  }
  const children = (parent: number): readonly number[] => {
    const { params, def } = entryOf(metadata.lookup, parent)
    const generic = params.flatMap((param) => (param.type === undefined ? [] : [param.type]))
    switch (def.tag) {
      case 'composite':
        return [...generic, ...def.value.map((field) => field.type)]
      case 'variant':
        return [...generic, ...def.value.flatMap((variant) => variant.fields.map((field) => field.type))]
      case 'array':
        return [def.value.type]
      case 'tuple':
        return def.value
      case 'sequence':
      case 'compact':
        return [def.value]
      default:
        return []
    }
  }
  for (const child of children(id)) visit(child)
  return [...found]
}

/** A call as what a person reads: what it says, every call inside it, what it changes, and what follows from the bytes alone. */
import type { Address } from '../domain/address.ts'
import { callsWords, placeWords } from '../domain/call-words.ts'
import type { Description, Effect, Finding, Step } from '../domain/description.ts'
import { sum } from '../domain/units.ts'
import { danger } from '../operations/findings.ts'
import { type AnyOperation, operations } from '../operations/index.ts'
import type { DecodedCall } from '../runtime/metadata.ts'
import { argumentRows } from './arguments.ts'
import { actsAs } from './carriers.ts'
import { type Found, gather, heaviest, without } from './gather.ts'
import type { Scene } from './rule.ts'
import { ruleOf } from './rules.ts'
import { isStaking } from './stake.ts'
import { type Node, nodesOf, unfold } from './unfold.ts'

export interface Explanation {
  /** Of the outermost call; what is inside stands in `steps`. */
  readonly description: Description
  readonly steps: readonly Step[]
  readonly effects: readonly Effect[]
  readonly findings: readonly Finding[]
}

export interface Reader {
  readonly signer: Address
  /** The accounts of this wallet. */
  readonly own: readonly Address[]
  /** The wallet's own operations say what there is to say of them; of a site's request everything is told. */
  readonly isSite: boolean
}

export function explain(
  call: DecodedCall,
  reader: Reader,
  among: Readonly<Record<string, AnyOperation>> = operations,
): Explanation {
  const root = unfold(call, reader.signer, among)
  const nodes = nodesOf(root)
  const found = nodes.map((node) => findingsOf(node, reader))
  const isMixed = nodes.some(({ meaning }) => meaning.kind === 'carrier' && meaning.carrier.isBatch)
  const staking = isMixed ? nodes.filter((each) => isStaking(each.call.name)).length : 0
  const all = nodes.map((node, at) => [...(found[at] ?? []), ...hiddenFindings(node, staking)])
  return {
    description: describeNode(root),
    steps: nodes.slice(1).map((node, at) => stepOf(node, all[at + 1] ?? [])),
    effects: effectsOf(nodes),
    findings: gather(
      nodes.flatMap(({ path }, at): readonly Found[] =>
        (all[at] ?? []).map((finding) => ({ path, finding })),
      ),
    ),
  }
}

/** The same with the calls inside among the rows, for where there is room for one description alone. */
export function inOneDescription({ description, steps }: Explanation): Description {
  const inner = steps.flatMap(({ path, sentence, rows }) => [
    { label: placeWords(path), value: sentence },
    ...rows.map((row) => ({ label: `${placeWords(path)} · ${row.label}`, value: row.value })),
  ])
  return { ...description, rows: [...description.rows, ...inner] }
}

function describeNode({ call, meaning, inner }: Node): Description {
  switch (meaning.kind) {
    case 'operation':
      return meaning.operation.describe(meaning.params)
    case 'carrier':
      return {
        verb: NO_VERB,
        sentence: meaning.carrier.sentence(runOf(inner), call.args),
        rows: argumentRows(call, call.branches),
      }
    case 'unknown': {
      const said = ruleOf(call.name)?.says?.(call.args)
      return {
        verb: said?.verb ?? NO_VERB,
        sentence: said?.sentence ?? ['Run ', { code: call.name }, '.'],
        rows: said?.rows ?? argumentRows(call),
      }
    }
  }
}

/** What a call is called that the wallet has no word for. */
const NO_VERB = 'Sign'

/** What the calls inside do where there is a word for each, else how many there are. */
function runOf(inner: readonly Node[]): string {
  const verbs = inner.map((each) => describeNode(each).verb)
  if (verbs.length > 0 && !verbs.includes(NO_VERB)) return callsWords(verbs)
  return verbs.length === 1 ? 'Run one call' : `Run ${verbs.length} calls`
}

function findingsOf({ call, actor, meaning, inner }: Node, { own, isSite }: Reader): readonly Finding[] {
  const scene: Scene = { own }
  const rule = ruleOf(call.name)
  const known = rule?.finds?.(call.args, scene) ?? []
  switch (meaning.kind) {
    case 'operation': {
      const warned = meaning.operation.warns(meaning.params)
      return isSite ? [...known, ...without(warned, known)] : warned
    }
    case 'carrier': {
      const within = inner[0]?.actor ?? actor
      return [...meaning.carrier.findings, ...(within === actor ? [] : actsAs(within)), ...known]
    }
    case 'unknown':
      return [...(rule?.says?.(call.args) === undefined ? [unknownCall(call.name)] : []), ...known]
  }
}

function unknownCall(name: string): Finding {
  return {
    id: 'unknown-call',
    level: 'caution',
    tick: true,
    text: ['Taokey does not know what ', { code: name }, ' does. All its arguments are below.'],
  }
}

/** What takes, destroys or gives power, among calls that only stake. */
function hiddenFindings({ call }: Node, staking: number): readonly Finding[] {
  if (staking === 0 || ruleOf(call.name)?.isOdd !== true) return []
  return [
    danger('hidden', [
      { code: call.name },
      ` stands among ${staking === 1 ? 'a call that stakes' : `${staking} calls that stake`}. It does something else.`,
    ]),
  ]
}

function stepOf(node: Node, findings: readonly Finding[]): Step {
  const { sentence, rows } = describeNode(node)
  return {
    path: node.path,
    depth: node.depth,
    name: node.call.name,
    actor: node.actor.words,
    sentence,
    rows,
    level: heaviest(findings.map(({ level }) => level)),
  }
}

/** More than these are told by their sum, and by the calls themselves. */
const MOST_EFFECTS = 12

function effectsOf(nodes: readonly Node[]): readonly Effect[] {
  const all = nodes.flatMap(({ call, actor }) =>
    (ruleOf(call.name)?.changes?.(call.args) ?? []).map(
      (change): Effect => ({ ...change, actor: actor.words }),
    ),
  )
  const powers = all.filter(({ kind }) => kind === 'power')
  const others = all.filter(({ kind }) => kind !== 'power')
  const more = others.length - MOST_EFFECTS
  return [
    ...totalOf(others),
    ...others.slice(0, MOST_EFFECTS),
    ...(more > 0
      ? [{ kind: 'changes', actor: [], value: [`${more} more like these, each with its call`] } as const]
      : []),
    ...powers,
  ]
}

/** All TAO that leaves the account that signs, where it leaves in parts. */
function totalOf(effects: readonly Effect[]): readonly Effect[] {
  const parts = effects.flatMap(({ kind, actor, value }) =>
    kind === 'leaves' && actor.length === 0
      ? value.flatMap((span) => (typeof span === 'object' && 'rao' in span ? [span.rao] : []))
      : [],
  )
  if (parts.length < 2) return []
  return [{ kind: 'leaves', actor: [], value: ['Up to ', { rao: sum(parts) }, ' in all'] }]
}

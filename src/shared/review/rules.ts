/** All the wallet knows of calls by their names, in one place. */
import { FUNDS } from './funds.ts'
import { KEYS } from './keys.ts'
import { OPAQUE, palletRule } from './opaque.ts'
import { ORDERS } from './orders.ts'
import type { Rule, Rules } from './rule.ts'
import { STAKE } from './stake.ts'
import { WEIGHT } from './weight.ts'

const RULES: Rules = { ...FUNDS, ...KEYS, ...OPAQUE, ...ORDERS, ...STAKE, ...WEIGHT }

export function ruleOf(name: string): Rule | undefined {
  return Object.hasOwn(RULES, name) ? RULES[name] : palletRule(name)
}

/** An intent as what a person reads: one description, and the findings that follow from the bytes alone. */
import type { Description, Finding } from '../domain/description.ts'
import type { Call } from '../domain/extrinsic.ts'
import type { Branch } from '../runtime/metadata.ts'
import { graveFindings } from './grave.ts'
import type { Intent } from './index.ts'
import { wrapperOf } from './wrappers.ts'

export interface Explanation {
  readonly description: Description
  readonly findings: readonly Finding[]
}

export function explain(intent: Intent): Explanation {
  switch (intent.kind) {
    case 'operation':
      return {
        description: intent.operation.describe(intent.params),
        findings: intent.operation.warns(intent.params),
      }
    case 'carrier':
      return explainCarrier(intent)
    case 'unknown':
      return {
        description: {
          verb: 'Sign',
          sentence: ['Run ', { code: intent.call.name }, '.'],
          rows: rowsOf(intent.call),
        },
        findings: [unknownCall(intent.call.name), ...graveFindings(intent.call.name)],
      }
  }
}

function unknownCall(name: string): Finding {
  return {
    id: 'unknown-call',
    level: 'caution',
    text: ['Taokey does not know what ', { code: name }, ' does. All its arguments are below.'],
  }
}

/** Inner findings count for the whole, each with its place; inner rows are never cut. */
function explainCarrier({ call, branches }: Extract<Intent, { kind: 'carrier' }>): Explanation {
  const wrapper = wrapperOf(call.name)
  const inner = branches.map(({ path, intent }) => ({ path, ...explain(intent) }))
  return {
    description: {
      verb: wrapper.verb,
      sentence: wrapper.sentence(branches.length),
      rows: [
        ...rowsOf(call, call.branches),
        ...inner.flatMap(({ path, description }) => [
          { label: path, value: description.sentence },
          ...description.rows.map((row) => ({ label: `${path} · ${row.label}`, value: row.value })),
        ]),
      ],
    },
    findings: [
      ...wrapper.findings,
      ...inner.flatMap(({ path, findings }) =>
        findings.map((finding) => ({
          ...finding,
          id: `${path}/${finding.id}`,
          text: [`${path}: `, ...finding.text],
        })),
      ),
    ],
  }
}

/**
 * Every argument of a call, by the name the runtime gives it. Calls inside it have rows of their own: here their place
 * stands for them, and an argument that is nothing but such calls is left out.
 */
function rowsOf(call: Call, branches: readonly Branch[] = []): Description['rows'] {
  const placeOf = (value: unknown): string | undefined =>
    branches.find((branch) => branch.value === value)?.path
  const isCalls = (value: unknown): boolean =>
    placeOf(value) !== undefined || (Array.isArray(value) && value.length > 0 && value.every(isCalls))
  return Object.entries(call.args)
    .filter(([, value]) => !isCalls(value))
    .map(([name, value]) => ({ label: name, value: [{ code: plain(value, placeOf) }] }))
}

function plain(value: unknown, placeOf: (value: unknown) => string | undefined): string {
  const print = (inner: unknown): string => plain(inner, placeOf)
  if (value === undefined || value === null) return 'none'
  if (value instanceof Uint8Array)
    return `0x${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
  if (typeof value === 'string') return visible(value)
  if (typeof value !== 'object') return String(value)
  const place = placeOf(value)
  if (place !== undefined) return `(${place})`
  if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`
  const { type, value: inner, ...more } = value as Record<string, unknown>
  if (typeof type === 'string' && Object.keys(more).length === 0)
    return inner === undefined ? visible(type) : `${visible(type)} ${print(inner)}`
  return `{${Object.entries(value)
    .map(([key, held]) => `${key}: ${print(held)}`)
    .join(', ')}}`
}

/** Text without letters that hide, or turn round what stands beside them. */
function visible(text: string): string {
  return text.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`,
  )
}

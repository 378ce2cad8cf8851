/** An intent as what a person reads: one description, and the findings that follow from the bytes alone. */
import type { Description, Finding, Span } from '../domain/description.ts'
import type { Call } from '../domain/extrinsic.ts'
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
        findings: [
          {
            id: 'unknown-call',
            level: 'caution',
            text: [
              'Taokey does not know what ',
              { code: intent.call.name },
              ' does. All its arguments are below.',
            ],
          },
        ],
      }
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
        ...rowsOf(call).filter((row) => !inner.some(({ path }) => path.split('.')[0] === row.label)),
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

/** Every argument of a call, by the name the runtime gives it. */
function rowsOf(call: Call): Description['rows'] {
  return Object.entries(call.args).map(([name, value]) => ({ label: name, value: [printed(value)] }))
}

function printed(value: unknown): Span {
  return { code: plain(value) }
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return 'none'
  if (value instanceof Uint8Array)
    return `0x${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
  if (Array.isArray(value)) return `[${value.map(plain).join(', ')}]`
  if (typeof value !== 'object') return String(value)
  const { type, value: inner } = value as { type?: unknown; value?: unknown }
  if (typeof type === 'string') return inner === undefined ? type : `${type} ${plain(inner)}`
  return `{${Object.entries(value)
    .map(([key, held]) => `${key}: ${plain(held)}`)
    .join(', ')}}`
}

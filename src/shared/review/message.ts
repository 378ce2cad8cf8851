/** A message a site wants signed: what it says, and what it could be besides. What is signed is always wrapped. */
import { utf8 } from '@scure/base'
import type { Address } from '../domain/address.ts'
import { fromHex, sameBytes, toHex } from '../domain/bytes.ts'
import type { Description, Finding } from '../domain/description.ts'
import { WalletError } from '../domain/errors.ts'
import { readOrder } from '../domain/limit-order.ts'
import { NETWORKS } from '../domain/network.ts'
import { ORDER_TEXT, parseOrder } from '../domain/order-text.ts'
import { unwrapMessage } from '../domain/site-message.ts'
import { caution, danger, note } from '../operations/findings.ts'
import type { Runtime } from '../runtime/metadata.ts'
import { wrapCollision } from '../runtime/wrap-collision.ts'
import type { Explanation } from './explain.ts'
import { legible } from './legible.ts'
import { describeOrder, orderFindings } from './order-card.ts'
import { otherSites, readSignIn, signInFindings } from './sign-in.ts'

export interface MessageReader {
  readonly account: Address
  readonly origin: string
  readonly now: number
  /** Undefined while no network is at hand. */
  readonly runtime: Runtime | undefined
}

/** `wrapped` are the very bytes that are signed. */
export function explainMessage(wrapped: Uint8Array, reader: MessageReader): Explanation {
  const said = unwrapMessage(wrapped)
  const text = textOf(said)
  const { description, findings } = meaningOf(said, text, reader)
  return {
    description: { ...description, rows: [...description.rows, ...wholeOf(said, text)] },
    steps: [],
    effects: [],
    findings: [...wrapFindings(reader.runtime), ...findings],
  }
}

interface Meaning {
  readonly description: Description
  readonly findings: readonly Finding[]
}

/** How long a fingerprint is: that of an order, a call, or anything else. */
const FINGERPRINT = 32

function meaningOf(said: Uint8Array, text: string | undefined, reader: MessageReader): Meaning {
  if (text?.startsWith(ORDER_TEXT) === true) return orderText(text, reader)
  const order = readOrder(said)
  if (order !== undefined)
    return {
      description: describeOrder(order),
      findings: [
        ...orderFindings(order, reader),
        likeSomething(
          'This is a limit order in the chain’s own form. Wrapped as a message it is no order, and no honest site asks for it.',
        ),
      ],
    }
  if (said.length === FINGERPRINT) return fingerprint(text)
  const call = callIn(said, reader.runtime)
  const findings = [
    ...(call === undefined
      ? []
      : [
          likeSomething(
            `These bytes are a call of this chain, ${call}. Wrapped as a message they do nothing.`,
          ),
        ]),
    ...(namesChain(said)
      ? [
          likeSomething(
            'The identity of a network stands in these bytes, as it does in a transaction. Wrapped as a message they do nothing.',
          ),
        ]
      : []),
    ...(reader.runtime === undefined
      ? [note('not-compared', ['Without a network it cannot be told whether these bytes are a call.'])]
      : []),
  ]
  if (text === undefined)
    return {
      description: plainly('Sign bytes that are no text.'),
      findings: [
        ...findings,
        caution('not-text', ['Nobody can read what this says. Sign it only if you know what it is for.']),
      ],
    }
  return { ...readable(text, reader), findings: [...findings, ...readable(text, reader).findings] }
}

function readable(text: string, { account, origin, now }: MessageReader): Meaning {
  const signIn = readSignIn(text)
  if (signIn !== undefined)
    return {
      description: plainly('Sign in with this account.'),
      findings: signInFindings(signIn, { origin, account, now }),
    }
  return {
    description: plainly('Sign a message.'),
    findings: [
      ...otherSites(text, origin),
      note('moves-nothing', [
        'It proves that you hold this account and agree to the text. It moves nothing.',
      ]),
    ],
  }
}

/** Its words are the order's own, so that what is shown and what is signed are one. */
function orderText(text: string, { account, now }: MessageReader): Meaning {
  const order = parseOrder(text)
  if (order === undefined)
    return {
      description: plainly('Sign what looks like a limit order.'),
      findings: [
        {
          id: 'order-unreadable',
          level: 'refuse',
          text: ['It begins like a limit order and cannot be read as one. It is not signed.'],
        },
      ],
    }
  return {
    description: describeOrder(order),
    findings: [
      ...orderFindings(order, { account, now }),
      note('order-form', [
        'The chain takes an order in these words only from a hardware wallet, which signs their fingerprint. Signed here it may be of no use there.',
      ]),
    ],
  }
}

/**
 * Wrapped, 32 bytes are as good as the order they are the fingerprint of: anything at any price. Letters alone prove nothing,
 * since fingerprints can be sought until one is all letters.
 */
function fingerprint(text: string | undefined): Meaning {
  if (text !== undefined && /^[ -~]*$/.test(text))
    return {
      description: plainly('Sign a message.'),
      findings: [
        {
          ...danger('fingerprint-like', [
            'It is just as long as the fingerprint of a limit order, which could sell all you have. Go on only if it reads as a sentence that you understand.',
          ]),
          tick: true,
        },
      ],
    }
  return {
    description: plainly('Sign 32 bytes that nobody can read.'),
    findings: [
      {
        id: 'fingerprint',
        level: 'refuse',
        text: [
          'These 32 bytes may be the fingerprint of a limit order, which could trade all you have at any price. Taokey does not sign what it cannot show.',
        ],
      },
    ],
  }
}

function plainly(sentence: string): Description {
  return { verb: 'Sign', sentence: [sentence], rows: [] }
}

function likeSomething(text: string): Finding {
  return { ...danger('tx-like', [text]), tick: true }
}

function wholeOf(said: Uint8Array, text: string | undefined): Description['rows'] {
  return [
    text === undefined
      ? { label: `Bytes (${said.length})`, value: [{ code: toHex(said) }] }
      : {
          label: `Message (${said.length} bytes)`,
          value: [{ code: text === '' ? 'nothing' : legible(text) }],
        },
  ]
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return utf8.encode(bytes)
  } catch {
    return undefined
  }
}

function callIn(bytes: Uint8Array, runtime: Runtime | undefined): string | undefined {
  if (runtime === undefined) return undefined
  try {
    return runtime.decodeCall(bytes).name
  } catch (cause) {
    if (cause instanceof WalletError && cause.code === 'unreadable') return undefined
    throw cause
  }
}

function namesChain(bytes: Uint8Array): boolean {
  return Object.values(NETWORKS).some(({ genesis }) => {
    if (genesis === undefined) return false
    const name = fromHex(genesis)
    return bytes.some(
      (_, at) =>
        at + name.length <= bytes.length &&
        bytes[at] === name[0] &&
        sameBytes(bytes.subarray(at, at + name.length), name),
    )
  })
}

/** A runtime that could take a wrapped message for a call or an order: then none is signed. */
function wrapFindings(runtime: Runtime | undefined): readonly Finding[] {
  const pallet = runtime && wrapCollision(runtime)
  if (pallet === undefined) return []
  return [
    {
      id: 'wrap-collides',
      level: 'refuse',
      text: [
        'On this network a message could be taken for a call or an order of ',
        { code: pallet },
        '. No message is signed here.',
      ],
    },
  ]
}

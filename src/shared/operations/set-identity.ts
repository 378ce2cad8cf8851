/** Publishes who stands behind an account's hotkeys. */
import { bytes, type Of, object } from '../codec.ts'
import type { Finding } from '../domain/description.ts'
import { rao } from '../domain/units.ts'
import { bytesOf, textIn } from './arguments.ts'
import { defineOperation } from './define.ts'
import type { Published } from './fact-shapes.ts'
import { feeFindings, purseOf } from './fee-rules.ts'
import { blocked, caution, note } from './findings.ts'
import { visible } from './visible.ts'

const Params = object({
  name: bytes,
  url: bytes,
  github_repo: bytes,
  image: bytes,
  discord: bytes,
  description: bytes,
  additional: bytes,
})
type Params = Of<typeof Params>

/** Label, and the most bytes the chain takes (SubtensorModule.set_identity, spec 424). */
const TEXTS: readonly (readonly [part: keyof Params, label: string, most: number])[] = [
  ['name', 'Name', 256],
  ['url', 'Website', 256],
  ['github_repo', 'Code', 256],
  ['image', 'Picture', 1024],
  ['discord', 'Discord', 256],
  ['description', 'Description', 1024],
  ['additional', 'More', 1024],
]

export const setIdentity = defineOperation({
  id: 'set-identity',
  params: Params,
  calls: { 'SubtensorModule.set_identity': Params },
  build: (params) => ({ name: 'SubtensorModule.set_identity', args: params }),
  parse: ({ args }): Params => args,
  asks: (_params, signer) => ({
    ...purseOf(signer),
    seated: { fact: 'seatedHotkeys', of: signer },
    published: { fact: 'identity', of: signer },
  }),
  describe: (params) => ({
    verb: 'Publish',
    sentence: [
      params.name.length === 0
        ? 'Publish an identity without a name for this account.'
        : 'Publish this identity for this account: ',
      ...(params.name.length === 0 ? [] : [{ code: visible(textIn(params.name)) }, '.']),
    ],
    rows: TEXTS.map(([part, label]) => ({
      label,
      value: [params[part].length === 0 ? 'Nothing' : { code: visible(textIn(params[part])) }],
    })),
  }),
  warns: () => [
    note('public', [
      'Everybody can read it, now and in the chain’s past. It replaces what was published before.',
    ]),
  ],
  risks: (params, { seated, published, ...purse }) => [
    ...feeFindings(purse),
    ...(seated.length === 0
      ? [blocked('no-seat', ['An identity needs a hotkey of this account with a seat on some subnet.'])]
      : []),
    ...lengthFindings(params),
    ...lossFindings(params, published),
  ],
  form: {
    title: 'Publish an identity',
    about: 'What stakers read beside the hotkeys of this account.',
    fields: {
      name: { kind: 'text', label: 'Name', most: 256 },
      url: { kind: 'text', label: 'Website', most: 256 },
      github_repo: { kind: 'text', label: 'Code', hint: 'Where its source lies.', most: 256 },
      image: { kind: 'text', label: 'Picture', hint: 'An address of a picture.', most: 1024 },
      discord: { kind: 'text', label: 'Discord', most: 256 },
      description: { kind: 'text', label: 'Description', most: 1024 },
      additional: { kind: 'text', label: 'More', most: 1024 },
    },
    begins: 'identity',
    draft: (texts): Params => ({
      name: bytesOf(texts.name),
      url: bytesOf(texts.url),
      github_repo: bytesOf(texts.github_repo),
      image: bytesOf(texts.image),
      discord: bytesOf(texts.discord),
      description: bytesOf(texts.description),
      additional: bytesOf(texts.additional),
    }),
    finish: (draft) => draft,
    spends: () => rao(0n),
  },
})

/** InvalidIdentity (spec 424). */
function lengthFindings(params: Params): readonly Finding[] {
  return TEXTS.filter(([part, , most]) => params[part].length > most).map(([part, label, most]) =>
    blocked('too-long', [`${label} is too long: at most ${most} bytes.`], part),
  )
}

/** What is left empty is taken away: the call replaces all of it. */
function lossFindings(params: Params, { parts }: Published): readonly Finding[] {
  const lost = TEXTS.filter(([part]) => params[part].length === 0 && (parts[part] ?? '') !== '')
  if (lost.length === 0) return []
  const labels = lost.map(([, label]) => label)
  return [caution('loss', [`Published now, and taken away by this: ${labels.join(', ')}.`])]
}

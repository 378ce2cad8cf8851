/** Findings by their weight. A field is named where the form can show the finding beside it. */
import type { Finding, Span } from '../domain/description.ts'

type Text = readonly Span[]

export function note(id: string, text: Text, field?: string): Finding {
  return { id, level: 'note', text, field }
}

export function caution(id: string, text: Text, field?: string): Finding {
  return { id, level: 'caution', text, field }
}

export function danger(id: string, text: Text, field?: string): Finding {
  return { id, level: 'danger', text, field }
}

/** A danger that is agreed to with a word. */
export function grave(id: string, word: string, text: Text): Finding {
  return { id, level: 'danger', type: word, text }
}

/** The call could only fail: neither the form nor the review goes on. */
export function blocked(id: string, text: Text, field?: string): Finding {
  return { id, level: 'danger', blocks: true, text, field }
}

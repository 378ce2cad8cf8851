/** What each operation is called where it stands in a list. */
import { isOperationId, operationOf } from '#shared/operations/index.ts'

export interface OperationWords {
  readonly title: string
  readonly about: string | undefined
}

/** What has no form has no title of its own. */
export function operationWords(id: string): OperationWords {
  const form = isOperationId(id) ? operationOf(id).form : undefined
  const plain = id.replaceAll('-', ' ')
  return form === undefined
    ? { title: plain.charAt(0).toUpperCase() + plain.slice(1), about: undefined }
    : { title: form.title, about: form.about }
}

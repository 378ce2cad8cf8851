/** Why the wallet does not offer an operation: it only explains it, or this runtime has it not, or otherwise. */
import { useNavigation } from '../../navigation.ts'
import { Note } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { type Hidden, hiddenWords } from '../possible/hidden-words.ts'
import { operationWords } from '../possible/words.ts'

export function NotOffered({ id, offer }: { readonly id: string; readonly offer?: Hidden }) {
  const { back } = useNavigation()
  return (
    <Screen title={operationWords(id).title} onBack={back}>
      <Note level="note">{offer === undefined ? 'This wallet does not do this.' : hiddenWords(offer)}</Note>
    </Screen>
  )
}

/** Another account: four ways to come by one. */
import { Eye, GitBranch, KeyRound, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useNavigation } from '../../navigation.ts'
import { Glyph, Row } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useTopic } from '../../use-topic.ts'
import { AddDerived } from './add-derived.tsx'
import { AddImported } from './add-imported.tsx'
import { AddNew } from './add-new.tsx'
import { AddWatched } from './add-watched.tsx'
import { secretsOf } from './arrange.ts'

type Way = 'choose' | 'new' | 'import' | 'derive' | 'watch'

export function AddAccount() {
  const { back } = useNavigation()
  const accounts = useTopic('accounts') ?? []
  const [way, setWay] = useState<Way>('choose')
  const toChoose = () => setWay('choose')
  switch (way) {
    case 'new':
      return <AddNew onBack={toChoose} onDone={back} />
    case 'import':
      return <AddImported onBack={toChoose} onDone={back} />
    case 'derive':
      return <AddDerived accounts={accounts} onBack={toChoose} onDone={back} />
    case 'watch':
      return <AddWatched onBack={toChoose} onDone={back} />
    case 'choose':
      return (
        <Screen title="Add account" onBack={back}>
          <div className="card tight rows">
            {secretsOf(accounts).length > 0 && (
              <Row
                start={<Glyph icon={GitBranch} />}
                title="From words you have here"
                sub="Same words, another path"
                onClick={() => setWay('derive')}
              />
            )}
            <Row
              start={<Glyph icon={Sparkles} />}
              title="New words"
              sub="A secret of its own"
              onClick={() => setWay('new')}
            />
            <Row
              start={<Glyph icon={KeyRound} />}
              title="Import words or a seed"
              sub="From paper or another wallet"
              onClick={() => setWay('import')}
            />
            <Row
              start={<Glyph icon={Eye} />}
              title="Watch an address"
              sub="See what it holds, without keys"
              onClick={() => setWay('watch')}
            />
          </div>
        </Screen>
      )
  }
}

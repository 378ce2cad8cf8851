/** A screen that is read when it is first gone to. While it comes, the place it will take stays quiet. */
import { type ComponentType, type FunctionComponent, type ReactNode, useEffect, useState } from 'react'
import { Button } from './ui/button.tsx'
import { Note } from './ui/note.tsx'
import { Progress } from './ui/waiting.tsx'

/**
 * `pick` names the screen in its module. What was read once is there at once ever after. A part of a screen says with
 * `coming` what keeps its place.
 */
export function lazyScreen<M, P extends object>(
  load: () => Promise<M>,
  pick: (module: M) => ComponentType<P>,
  coming: ReactNode = <Coming />,
): FunctionComponent<P> {
  let loaded: ComponentType<P> | undefined
  return function LazyScreen(props: P) {
    const [state, setState] = useState<'coming' | 'here' | 'failed'>(loaded === undefined ? 'coming' : 'here')
    useEffect(() => {
      if (state !== 'coming') return
      load().then(
        (module) => {
          loaded = pick(module)
          setState('here')
        },
        () => setState('failed'),
      )
    }, [state])
    if (loaded !== undefined) {
      const Screen = loaded
      return <Screen {...props} />
    }
    return state === 'failed' ? <Gone /> : coming
  }
}

/** A few frames: what was drawn in the first is on the screen then, and what the chain says of now too. */
const PAINTED_MS = 60

/**
 * A part that is read once what stands at once is painted, and takes nothing from it.
 * @param rest ms to leave to what is read of the chain meanwhile
 */
export function latePart<M, P extends object>(
  load: () => Promise<M>,
  pick: (module: M) => ComponentType<P>,
  rest = PAINTED_MS,
): FunctionComponent<P> {
  const painted = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, rest)))
  return lazyScreen(() => painted().then(load), pick, null)
}

function Coming() {
  return (
    <div className="screen">
      <Progress label="Opening" />
    </div>
  )
}

/** The files of this window are no longer there: the extension was updated while it was open. */
function Gone() {
  return (
    <div className="screen">
      <main className="body">
        <Note level="caution" alert>
          Taokey was updated while this window was open.
        </Note>
        <Button whole onClick={() => location.reload()}>
          Open it anew
        </Button>
      </main>
    </div>
  )
}

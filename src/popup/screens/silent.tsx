/** The worker has not answered: what a person can do while it is tried again. */
import { PlugZap } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/row.tsx'
import { Screen } from '../ui/screen.tsx'
import { Progress } from '../ui/waiting.tsx'

export function Silent() {
  return (
    <Screen title="Taokey" foot={<Button onClick={() => location.reload()}>Try again</Button>}>
      <Progress label="Waiting for the wallet" />
      <Empty icon={PlugZap}>
        <p>The wallet is taking longer than usual to answer.</p>
        <p>It goes on trying. If this stays, restart the browser: nothing is lost.</p>
      </Empty>
    </Screen>
  )
}

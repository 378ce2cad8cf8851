/** The crowdloans of the chain to choose one from. Any other can be chosen by its number. */
import { useState } from 'react'
import type { Address } from '#shared/domain/address.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import { useCrowdloans } from '../../reading/use-standing.ts'
import { Amount } from '../../ui/amount.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { counted } from '../../ui/list/counted.ts'
import { ListRow } from '../../ui/list/list-row.tsx'
import { PickerDialog } from '../../ui/list/picker-dialog.tsx'
import { WindowedList } from '../../ui/list/windowed-list.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { PrivateAmount } from '../home/concealed.tsx'
import { Unanswered } from '../powers/unanswered.tsx'
import { numberIn, shownCrowdloans } from './shown.ts'
import { stageWords } from './stage.ts'

export interface CrowdloanPickerProps {
  readonly network: NetworkId
  readonly account: Address | undefined
  /** Whether only those are listed that the account can take something back from. */
  readonly isOwn: boolean
  readonly chosen: number | undefined
  readonly onChoose: (id: number) => void
  readonly onClose: () => void
}

export function CrowdloanPicker({
  network,
  account,
  isOwn,
  chosen,
  onChoose,
  onClose,
}: CrowdloanPickerProps) {
  const { value, failure } = useCrowdloans(network, account)
  const [typed, setTyped] = useState('')
  const block = value?.block.number ?? 0
  const shown = shownCrowdloans(value?.crowdloans ?? [], { typed, isOwn, block })
  const number = numberIn(typed)
  const isOther = number !== undefined && !shown.some(({ id }) => id === number)
  const choose = (id: number) => {
    onChoose(id)
    onClose()
  }
  return (
    <PickerDialog
      title="Choose a crowdloan"
      onClose={onClose}
      search={{
        label: 'Number',
        value: typed,
        onChange: setTyped,
        found: counted(shown.length, 'crowdloan'),
      }}
    >
      {value === undefined && failure === undefined && <SkeletonRows count={3} />}
      <Unanswered failure={failure} isOld={value !== undefined} what="crowdloans" />
      <WindowedList label="Crowdloans" rows={shown} keyOf={({ id }) => String(id)}>
        {(loan, tabIndex) => (
          <ListRow
            tabIndex={tabIndex}
            isChosen={loan.id === chosen}
            start={<Avatar address={loan.creator} size={36} />}
            title={`Crowdloan ${loan.id}`}
            sub={
              <>
                {stageWords(loan, block)}
                {loan.own > 0n && (
                  <>
                    {' · you gave '}
                    <PrivateAmount value={loan.own} digits={2} />
                  </>
                )}
              </>
            }
            value={<Amount value={loan.raised} digits={2} />}
            under={
              <>
                of <Amount value={loan.cap} digits={2} />
              </>
            }
            onClick={() => choose(loan.id)}
          />
        )}
      </WindowedList>
      {isOther && (
        <ListRow
          tabIndex={0}
          title={`Crowdloan ${number}`}
          sub="Is not in this list"
          onClick={() => choose(number)}
        />
      )}
      {value !== undefined && shown.length === 0 && !isOther && (
        <p className="quiet">{nothingWords(isOwn, typed)} A number can be typed.</p>
      )}
    </PickerDialog>
  )
}

function nothingWords(isOwn: boolean, typed: string): string {
  if (typed.trim() !== '') return 'No crowdloan of that number here.'
  return isOwn ? 'This account has put nothing into a crowdloan.' : 'There is no crowdloan now.'
}

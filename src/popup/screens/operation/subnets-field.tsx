/** Some subnets, each once, up to as many as a call takes. */
import { list } from '#shared/codec.ts'
import { Netuid } from '#shared/domain/units.ts'
import { useKnown } from '../../reading/known.ts'
import { SubnetName } from '../../ui/stake/subnet-badge.tsx'
import { type FieldFaceProps, GroupFrame } from './field-frame.tsx'
import type { FormContext } from './form-context.ts'
import { type Chosen, readChosen } from './typed.ts'

const Netuids = list(Netuid)

export interface SubnetsFieldProps extends FieldFaceProps {
  readonly value: Chosen
  readonly onChange: (netuids: readonly Netuid[]) => void
  readonly onBlur: () => void
  readonly context: FormContext
  readonly most: number | undefined
}

export function SubnetsField({ value, onChange, onBlur, context, most, ...face }: SubnetsFieldProps) {
  const known = useKnown(context.network)
  const chosen = readChosen(Netuids, value.json) ?? []
  const all = known.directory?.subnets.filter(({ netuid }) => netuid !== 0) ?? []
  const isFull = most !== undefined && chosen.length >= most
  const toggle = (netuid: Netuid, isOn: boolean) => {
    const next = isOn ? [...chosen, netuid].sort((a, b) => a - b) : chosen.filter((each) => each !== netuid)
    onChange(next)
  }
  return (
    <GroupFrame
      {...face}
      aside={
        <span>
          {chosen.length}
          {most !== undefined && ` of ${most}`}
        </span>
      }
    >
      <ul className="check-list" onBlur={onBlur}>
        {all.map(({ netuid, name }) => {
          const isOn = chosen.includes(netuid)
          return (
            <li key={netuid}>
              <label className="check-row">
                <input
                  type="checkbox"
                  checked={isOn}
                  disabled={!isOn && isFull}
                  onChange={({ target }) => toggle(netuid, target.checked)}
                />
                <span className="cut">
                  <SubnetName netuid={netuid} name={name} />
                </span>
              </label>
            </li>
          )
        })}
      </ul>
    </GroupFrame>
  )
}

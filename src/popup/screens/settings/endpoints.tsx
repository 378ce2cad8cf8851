/** The nodes of one network in the order they are tried. Only a port of this computer can be added. */
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useState } from 'react'
import { isOnThisComputer, type NetworkId, type Url } from '#shared/domain/network.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Tag } from '../../ui/row.tsx'
import { moved } from './arrange.ts'

export interface EndpointsProps {
  readonly network: NetworkId
  readonly endpoints: readonly Url[]
  readonly inUse: string | undefined
  readonly onChange: (endpoints: readonly Url[]) => void
}

export function Endpoints({ network, endpoints, inUse, onChange }: EndpointsProps) {
  return (
    <>
      <h2 className="section">Nodes, tried in this order</h2>
      <ol className="card tight rows">
        {endpoints.map((url, at) => (
          <li key={url} className="row">
            <span className="grow">
              <span className="mono wrap">
                <Host url={url.replace(/:443$/, '')} />
              </span>{' '}
              {url === inUse && <Tag>in use</Tag>}
            </span>
            <span className="line">
              <IconButton
                icon={ArrowUp}
                label={`Try ${url} earlier`}
                disabled={at === 0}
                onClick={() => onChange(moved(endpoints, at, -1))}
              />
              <IconButton
                icon={ArrowDown}
                label={`Try ${url} later`}
                disabled={at === endpoints.length - 1}
                onClick={() => onChange(moved(endpoints, at, 1))}
              />
              {network === 'local' && (
                <IconButton
                  icon={X}
                  label={`Remove ${url}`}
                  disabled={endpoints.length === 1}
                  onClick={() => onChange(endpoints.toSpliced(at, 1))}
                />
              )}
            </span>
          </li>
        ))}
      </ol>
      {network === 'local' ? (
        <AddPort endpoints={endpoints} onAdd={(url) => onChange([url, ...endpoints])} />
      ) : (
        <p className="quiet">
          The list is fixed: the extension is allowed to reach these hosts and no others.
        </p>
      )}
    </>
  )
}

/** Where there is no room it breaks behind a dot, not within a word. */
function Host({ url }: { readonly url: string }) {
  return url.split(/(?<=\.|\/\/)/).map((part, at) => (
    <span key={at}>
      {part}
      <wbr />
    </span>
  ))
}

interface AddPortProps {
  readonly endpoints: readonly Url[]
  readonly onAdd: (url: Url) => void
}

function AddPort({ endpoints, onAdd }: AddPortProps) {
  const [typed, setTyped] = useState('')
  const url = localUrl(typed)
  const isThere = url !== undefined && endpoints.includes(url)
  const add = () => {
    if (url === undefined || isThere) return
    onAdd(url)
    setTyped('')
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label="Add a port of this computer"
        value={typed}
        inputMode="text"
        placeholder="9944"
        code
        onChange={setTyped}
        error={
          isThere
            ? 'This one is on the list.'
            : typed.trim() !== '' && url === undefined
              ? 'Type a port from 1 to 65535, or ws://127.0.0.1:9944.'
              : undefined
        }
      />
      <Button type="submit" whole disabled={url === undefined || isThere}>
        Add
      </Button>
    </form>
  )
}

/** `9944`, `localhost:9944` or a whole address of this computer. */
export function localUrl(typed: string): Url | undefined {
  const plain = typed.trim().toLowerCase().replace(/\/$/, '')
  const url = /^\d+$/.test(plain)
    ? `ws://127.0.0.1:${plain}`
    : plain.startsWith('ws://')
      ? plain
      : `ws://${plain}`
  return isOnThisComputer(url) ? url : undefined
}

/** Saves what is owned and what was signed, each as a table for a spreadsheet. */
import { Download } from 'lucide-react'
import { saveFile } from '../../reading/save-file.ts'
import { Button } from '../../ui/button.tsx'
import { useTopic } from '../../use-topic.ts'
import { activityCsv, positionsCsv } from './tables.ts'

export function Export() {
  const held = useTopic('positions')
  const names = useTopic('names')
  const subnets = useTopic('directory')
  const records = useTopic('activity')
  const save = (of: string, table: string): void =>
    saveFile(`taokey-${of}-${new Date().toISOString().slice(0, 10)}.csv`, table, 'text/csv')
  return (
    <section className="stack" aria-label="Export">
      <div className="section">
        <h2>Save as a table (CSV)</h2>
      </div>
      <div className="line">
        <Button
          icon={Download}
          disabled={held === undefined || names === undefined || subnets === undefined}
          onClick={() =>
            save(
              'positions',
              positionsCsv(held?.positions ?? null, {
                names: names ?? [],
                subnets: subnets?.directory?.subnets ?? [],
              }),
            )
          }
        >
          Positions
        </Button>
        <Button
          icon={Download}
          disabled={records === undefined}
          onClick={() => save('activity', activityCsv(records ?? []))}
        >
          Activity
        </Button>
      </div>
    </section>
  )
}

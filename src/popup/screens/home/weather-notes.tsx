/** Says what keeps the chain from taking transactions as usual. */
import { Note } from '../../ui/note.tsx'
import { useTopic } from '../../use-topic.ts'
import { lengthWords } from '../positions/past-words.ts'
import { printBlock } from './standing.ts'
import { useNow } from './use-now.ts'
import { type Weather, weatherOf } from './weather.ts'

export function useWeather(): readonly Weather[] {
  const network = useTopic('settings')?.network ?? 'finney'
  const chain = useTopic('chain')
  const facts = useTopic('network')?.facts
  return weatherOf({ network, chain, facts, now: useNow() })
}

export function WeatherNotes() {
  return useWeather().map((weather) => <WeatherNote key={weather.kind} weather={weather} />)
}

function WeatherNote({ weather }: { readonly weather: Weather }) {
  switch (weather.kind) {
    case 'safe-mode':
      return (
        <Note level="danger">
          The chain is in safe mode until block {printBlock(weather.until)}. It refuses nearly every call, so
          nothing is sent from here until then.
        </Note>
      )
    case 'halted':
      return (
        <Note level="caution">
          No new block for {lengthWords(weather.forMs)}. The chain stands still, or this node has fallen
          behind: what is signed now waits, and may expire.
        </Note>
      )
    case 'lagging':
      return (
        <Note level="caution">
          Blocks come, but are not becoming final: {weather.blocks} behind. Rely on nothing before it is
          final.
        </Note>
      )
  }
}

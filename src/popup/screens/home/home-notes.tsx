/** What a person has to know before anything else: of the chain, and of an account that is about to change hands. */
import { SwapNotes } from './swap-notes.tsx'
import { WeatherNotes } from './weather-notes.tsx'

export function HomeNotes() {
  return (
    <>
      <SwapNotes />
      <WeatherNotes />
    </>
  )
}

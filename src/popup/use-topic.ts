/** The last value of a topic, and whether it came on the present connection. */
import { createContext, use, useSyncExternalStore } from 'react'
import type { Of } from '#shared/codec.ts'
import type { popupTopics } from '#shared/protocol/popup-contract.ts'

export type TopicName = keyof typeof popupTopics
export type TopicValue<K extends TopicName> = Of<(typeof popupTopics)[K]['value']>

/** What holds the last value of each topic, for every reader of this window. */
export interface Topics {
  /** Undefined until the first value has come. */
  get<K extends TopicName>(name: K): TopicValue<K> | undefined
  /** Whether the worker is connected and has sent something since. */
  isFresh(): boolean
  /** Calls back at each new value, and when the connection is lost. */
  watch(name: TopicName, listener: () => void): () => void
}

export const TopicsContext = createContext<Topics | undefined>(undefined)

/** Undefined until the first value has come; a lost connection leaves the last one standing. */
export function useTopic<K extends TopicName>(name: K): TopicValue<K> | undefined {
  const topics = useTopics()
  return useSyncExternalStore(
    (listener) => topics.watch(name, listener),
    () => topics.get(name),
  )
}

/** Whether what is shown came from the worker that runs now. */
export function useIsConnected(): boolean {
  const topics = useTopics()
  return useSyncExternalStore((listener) => topics.watch('chain', listener), topics.isFresh)
}

function useTopics(): Topics {
  const topics = use(TopicsContext)
  if (topics === undefined) throw new Error('no topics around this part')
  return topics
}

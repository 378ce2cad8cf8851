/**
 * The one hand-over of a port between the page's own world and ours, before any script of the page runs. Whichever of the two
 * scripts comes second completes it, at once; afterwards neither listens, so the page can neither ask for the port nor offer
 * one. What passes over it nobody else hears.
 */

/** As much of a window as is used. */
export type Meeting = Pick<Window, 'addEventListener' | 'removeEventListener' | 'dispatchEvent'>

const OFFER = 'taokey-offer'
const REQUEST = 'taokey-request'

/** Our world: offers `port` now and to whoever asks. Returns what ends that when nobody came. */
export function offerPort(meeting: Meeting, port: MessagePort): () => void {
  const offer = (): void => {
    const event = new MessageEvent(OFFER, { ports: [port], cancelable: true })
    // Who took it says so by cancelling.
    if (!meeting.dispatchEvent(event)) stop()
  }
  const stop = (): void => meeting.removeEventListener(REQUEST, offer)
  meeting.addEventListener(REQUEST, offer)
  offer()
  return stop
}

/** The page's world: takes the first port that is offered. Returns what ends the wait. */
export function takePort(meeting: Meeting, onPort: (port: MessagePort) => void): () => void {
  const take = (event: Event): void => {
    if (!(event instanceof MessageEvent)) return
    const [port] = event.ports
    if (port === undefined) return
    event.preventDefault()
    stop()
    onPort(port)
  }
  const stop = (): void => meeting.removeEventListener(OFFER, take)
  meeting.addEventListener(OFFER, take)
  meeting.dispatchEvent(new Event(REQUEST))
  return stop
}

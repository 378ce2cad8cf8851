/**
 * Where an event can be cancelled as a browser has it.
 * @vitest-environment happy-dom
 */
import { describe, expect, it } from 'vitest'
import { type Meeting, offerPort, takePort } from './channel.ts'

/** A window, as far as the two meet there. */
const aMeeting = (): Meeting => new EventTarget() as Meeting

function aHandover() {
  const { port1, port2 } = new MessageChannel()
  const taken: MessagePort[] = []
  const take = (meeting: Meeting) => takePort(meeting, (port) => taken.push(port))
  const end = () => port1.close()
  return { port: port2, taken, take, end }
}

describe('the hand-over of a port', () => {
  it('is done at once when the offer comes second', () => {
    const { port, taken, take, end } = aHandover()
    const meeting = aMeeting()
    take(meeting)
    offerPort(meeting, port)
    expect(taken).toEqual([port])
    end()
  })
  it('is done at once when the offer comes first', () => {
    const { port, taken, take, end } = aHandover()
    const meeting = aMeeting()
    offerPort(meeting, port)
    expect(taken).toEqual([])
    take(meeting)
    expect(taken).toEqual([port])
    end()
  })
  it.each(['first', 'second'])('8.1-12 leaves nobody listening when the offer came %s', (order) => {
    const { port, taken, take, end } = aHandover()
    const meeting = aMeeting()
    if (order === 'first') offerPort(meeting, port)
    take(meeting)
    if (order === 'second') offerPort(meeting, port)
    const heard: Event[] = []
    for (const name of ['taokey-offer', 'taokey-request'])
      meeting.addEventListener(name, (event) => heard.push(event))
    const { port1, port2 } = new MessageChannel()
    // A page that asks for the port hears no offer, and one that offers a port of its own is not taken up.
    meeting.dispatchEvent(new Event('taokey-request'))
    meeting.dispatchEvent(new MessageEvent('taokey-offer', { ports: [port1], cancelable: true }))
    expect(heard.map(({ type, defaultPrevented }) => [type, defaultPrevented])).toEqual([
      ['taokey-request', false],
      ['taokey-offer', false],
    ])
    expect(taken).toEqual([port])
    port1.close()
    port2.close()
    end()
  })
  it('is not done with what is no offer', () => {
    const { taken, take, end } = aHandover()
    const meeting = aMeeting()
    take(meeting)
    meeting.dispatchEvent(new Event('taokey-offer'))
    meeting.dispatchEvent(new MessageEvent('taokey-offer', { data: 'no port' }))
    expect(taken).toEqual([])
    end()
  })
  it('is over for who has stopped waiting', () => {
    const { port, taken, take, end } = aHandover()
    const meeting = aMeeting()
    take(meeting)()
    const stop = offerPort(meeting, port)
    stop()
    take(meeting)
    expect(taken).toEqual([])
    end()
  })
})

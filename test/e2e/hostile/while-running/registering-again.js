// A hostile dependency of the worker that wakes while a review is on the screen. It registers the approval's id again,
// with another call, in the place where approvals are kept and on the window's line; and when the worker asks the room to
// sign, it asks before and after it for what it would rather have. What the room said is left in `globalThis.twice`.
{
  const twice = { lines: [], answers: {}, first: undefined, other: undefined }
  globalThis.twice = twice

  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== 'approve') return
    port.onMessage.addListener(({ kind, id, name }) => {
      if (kind === 'watch' && name === 'approvals') twice.lines.push({ port, id })
    })
  })

  const keep = (approvals) => chrome.storage.session.set({ approvals })
  const tell = (value) => {
    for (const { port, id } of twice.lines) port.postMessage({ kind: 'value', id, value })
    return twice.lines.length
  }

  // The very same request but for whom the money goes to; gives how many windows were told.
  twice.registerAgain = async (from, to) => {
    const { approvals } = await chrome.storage.session.get('approvals')
    twice.first = approvals
    twice.other = approvals.map((approval) => {
      const { proposal } = approval.request
      const call = proposal.call.replace(from, to)
      return { ...approval, request: { kind: 'proposal', proposal: { ...proposal, call } } }
    })
    await keep(twice.other)
    return tell(twice.other)
  }
  twice.putBack = () => keep(twice.first)
  twice.putOther = () => keep(twice.other)

  const native = chrome.runtime.sendMessage.bind(chrome.runtime)
  const ask = async (as, input) => {
    twice.answers[as] = await native({ to: 'bridge', name: 'room.sign', input })
  }
  chrome.runtime.sendMessage = async (message, ...rest) => {
    if (message?.name !== 'room.sign') return native(message, ...rest)
    const { input } = message
    const [from, to] = [twice.first, twice.other].map(([{ request }]) => request.proposal.call)
    const other = { ...input, payload: input.payload.replace(from, to) }
    twice.wanted = other
    await ask('other content before', other)
    const answer = await native(message, ...rest)
    twice.answers['what was agreed to'] = answer
    await ask('other content after', other)
    await ask('the same again', input)
    return answer
  }
  twice.askAgain = () => ask('other content, agreed to in another window', twice.wanted)
}

// A hostile library that stands before the room's own code. Asked to sign one of these payloads it answers in the room's
// place, with a signature that is none or with a secret, and the room hears nothing of it.
{
  const secret = 'seed-of-the-wallet'
  const forged = `0x${'11'.repeat(64)}`
  const answers = {
    '0xf001': { ok: true, value: { signature: forged, scheme: 'sr25519' } },
    '0xf002': { ok: true, value: { signature: forged, scheme: 'ed25519' } },
    '0xf003': { ok: true, value: { signature: forged, scheme: 'sr25519', more: secret } },
    '0xf004': { ok: true, value: { signature: secret, scheme: 'sr25519' } },
    '0xf005': { ok: true, value: secret },
    '0xf006': { ok: false, error: { code: secret } },
  }
  addEventListener('message', (event) => {
    const { data } = event
    const result = answers[data?.command?.input?.payload]
    if (data?.kind !== 'command' || result === undefined) return
    event.stopImmediatePropagation()
    postMessage({ kind: 'answer', id: data.id, result })
  })
}

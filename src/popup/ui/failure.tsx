/** Every way in which something can fail, as a sentence and the next step. The compiler asks for a new code's words here. */
import type { ErrorDetails, Failure } from '#shared/domain/errors.ts'
import { plainWords } from './dispatch-words.ts'
import { Note } from './note.tsx'
import { secretProblem, waitWords } from './problems.ts'
import type { Words } from './words.ts'

export function FailureNote({ failure }: { readonly failure: Failure }) {
  const { say, next } = wordsOf(failure)
  return (
    <Note level="danger" alert>
      <p>
        <b>{say}</b>
      </p>
      {next !== undefined && <p>{next}</p>}
    </Note>
  )
}

export function wordsOf(failure: Failure): Words {
  switch (failure.code) {
    case 'wrong-password':
      return failure.details.retryAfterMs > 0
        ? { say: 'Wrong password.', next: `You can try again in ${waitWords(failure.details.retryAfterMs)}.` }
        : { say: 'Wrong password.', next: 'Check caps lock and keyboard layout, and try again.' }
    case 'weak-password':
      return WEAK[failure.details.why]
    case 'locked':
      return { say: 'The wallet is locked.', next: 'Unlock it with your password, then do this again.' }
    case 'rejected':
      return { say: 'This was rejected.', next: 'Nothing was signed. You can begin again.' }
    case 'expired':
      return { say: 'This waited too long and has expired.', next: 'Nothing was signed. Begin again.' }
    case 'stale':
      return STALE[failure.details.moved]
    case 'invalid-input':
      return { say: `“${failure.details.field}” cannot be used as it is.`, next: failure.details.rule }
    case 'invalid-secret':
      return { say: secretProblem(failure.details) }
    case 'duplicate':
      return {
        say: `This account is already here, as “${failure.details.name}”.`,
        next: 'Nothing was added.',
      }
    case 'not-found':
      return {
        say: `This ${failure.details.kind} is no longer there.`,
        next: 'Go back and look at the list as it is now.',
      }
    case 'invalid-transaction':
      return refusedByPool(failure.details)
    case 'dispatch-failed':
      return plainWords(failure.details)
    case 'offline':
      return {
        say: 'No node answers.',
        next: 'Check your connection, or try another endpoint in Settings → Network.',
      }
    case 'timeout':
      return {
        say: 'No answer in time.',
        next: 'Try again. If it stays, close this window and open it anew.',
      }
    case 'wrong-chain':
      return {
        say: 'This node serves another chain than the one you chose.',
        next: 'Choose another endpoint in Settings → Network.',
      }
    case 'vault-damaged':
      return {
        say: 'The stored vault cannot be read.',
        next: 'Your TAO is on the chain and safe. The words you wrote down bring the account back.',
      }
    case 'storage-full':
      return {
        say: 'The browser has no room left to store this.',
        next: 'Free some disk space and try again. Nothing was changed.',
      }
    case 'room-unsealed':
      return {
        say: 'The room for keys did not pass its own check, so it stays shut.',
        next: `Update the browser or restart it. What failed: ${failure.details.check}.`,
      }
    case 'unreadable':
      return {
        say: 'These bytes cannot be shown as what they do, so they are not signed.',
        next: `What was found: ${failure.details.why}.`,
      }
    case 'refused':
      return { say: 'The wallet refused this.', next: `Why: ${failure.details.why}.` }
    case 'bug':
      return {
        say: 'Something went wrong inside the wallet.',
        next: 'Nothing was signed. Try again, or close this window and open it anew.',
      }
  }
}

const WEAK: Readonly<Record<ErrorDetails['weak-password']['why'], Words>> = {
  short: {
    say: 'The password is too short.',
    next: 'Use at least 10 characters. Four random words do well.',
  },
  common: {
    say: 'Many people use this password.',
    next: 'It is among the first that are tried. Choose another.',
  },
  guessable: {
    say: 'The password is easy to guess.',
    next: 'Make it longer, and avoid rows of keys, dates and repeats.',
  },
}

const STALE: Readonly<Record<ErrorDetails['stale']['moved'], Words>> = {
  approval: { say: 'This was already decided.', next: 'Look at Activity to see what became of it.' },
  consent: {
    say: 'What would be signed has changed since it was shown.',
    next: 'Nothing was signed. Review it again.',
  },
  runtime: {
    say: 'The chain was upgraded since this was shown.',
    next: 'Nothing was signed. Begin again, with the new runtime.',
  },
  vault: {
    say: 'The vault was changed in another window.',
    next: 'Nothing was lost. Go back and look at it as it is now.',
  },
}

/** The pool's reasons, as sp_runtime names them (InvalidTransaction, spec 424). */
function refusedByPool({ reason }: ErrorDetails['invalid-transaction']): Words {
  const known: Readonly<Record<string, Words>> = {
    Payment: { say: 'The account cannot pay the network fee.', next: 'Send less, or add some TAO first.' },
    Stale: {
      say: 'Another transaction of this account went first.',
      next: 'Look at Activity, then begin again.',
    },
    Future: {
      say: 'An earlier transaction of this account is missing.',
      next: 'Wait for it, then begin again.',
    },
    AncientBirthBlock: { say: 'This was signed too long ago.', next: 'Begin again: it will be signed anew.' },
    BadProof: {
      say: 'The chain did not accept the signature.',
      next: 'Review it again: the runtime may have changed.',
    },
    ExhaustsResources: { say: 'The block is full.', next: 'Try again in a moment.' },
  }
  // Some reasons are sentences already.
  const told = reason.replace(/\.$/, '')
  return known[reason] ?? { say: 'The chain did not take this transaction.', next: `Its reason: ${told}.` }
}

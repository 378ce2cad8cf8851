import { describe, expect, it } from 'vitest'
import { rao, TAO } from '../domain/units.ts'
import { crowdloanContribute } from './crowdloan-contribute.ts'

describe('a contribution', () => {
  it('is of what was typed, from the first estimate to the call', () => {
    const values = { crowdloan: 3, amount: { exactly: rao(5n * TAO) } }
    const typed = { crowdloan: 3, amount: 5n * TAO }
    expect(crowdloanContribute.form?.draft(values)).toEqual(typed)
    expect(
      crowdloanContribute.form?.finish({ ...typed, amount: rao(5n * TAO) }, values, {} as never),
    ).toEqual(typed)
  })
})

/** Where the focus begins. */

/** The ref of a control that is typed into first: it has the focus as soon as it stands in the page. */
export function focusFirst(control: HTMLElement | null): void {
  control?.focus()
}

/** To the first control in which something is wrong: what is said there may be out of sight. Else to where reading begins. */
export function focusWrong(form: HTMLFormElement): void {
  const wrong = form.querySelector<HTMLElement>(
    '.wrong :is([aria-invalid="true"], .pick:not(:disabled), .group :is(input, button))',
  )
  const start = form.querySelector<HTMLElement>('[tabindex="-1"]')
  ;(wrong ?? start)?.focus()
}

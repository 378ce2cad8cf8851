/** Where the focus begins. */

/** The ref of a control that is typed into first: it has the focus as soon as it stands in the page. */
export function focusFirst(control: HTMLElement | null): void {
  control?.focus()
}

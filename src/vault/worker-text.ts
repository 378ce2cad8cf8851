/** The text of the room's worker; the build puts it here (`build/standalone.ts`), and without it no room is started. */

export const text: string = ''

/** From so many on one does not look but search. */
export const SEARCH_FROM = 8

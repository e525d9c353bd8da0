/** How a login is written; whatever is not is a login that nobody has. */
export const loginPattern = /^[a-z][a-z0-9-]{3,39}$/;

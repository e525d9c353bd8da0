/** Every page asks whether this is a house where people only practise. */
const always = ['/house'];
const whoIsSignedIn = ['/me'];

/**
 * What a page asks before it shows anything, by its path, word for word as it is asked: the gateway answers it with the page itself, which
 * spares a slow line a whole round. Read by the build.
 */
const pages: Readonly<Record<string, readonly string[]>> = {
  '/review': ['/submissions/queue?limit=50', '/submissions/queue/counts'],
  '/windows': ['/windows/public'],
  '/publicity': ['/publicity'],
  '/notices/public': ['/notices/public'],
  '/register': ['/register', '/register/facets', ...['area', 'industry-section', 'discipline'].map((list) => `/code-lists/${list}`)],
};

export const firstAsked = (path: string, isForSignedIn: boolean): string[] => [
  ...always,
  ...(isForSignedIn ? whoIsSignedIn : []),
  ...(pages[path] ?? []),
];

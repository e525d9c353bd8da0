/** Where an address leads on, if that is a path of ours; the start page otherwise. Nobody is sent to another host by a link to us. */
export const withinPortal = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/');

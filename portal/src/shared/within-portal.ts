/** Where an address leads on, if that is a path of ours; the start page otherwise. Nobody is sent to another host by a link to us. */
export const withinPortal = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/');

/** Where the gateway shows how workflows run, beside the portal's own pages; null where it has nothing to show. */
export const workflowsPage = (): string | null => document.querySelector<HTMLMetaElement>('meta[name="workflows"]')?.content ?? null;

/** Whether a path is the gateway's to answer and none of the portal's pages. */
export function isBesidePortal(to: string): boolean {
  const page = workflowsPage()?.replace(/\/$/, '');
  return page !== undefined && (to === page || /^[/?#]/.test(to.startsWith(page) ? to.slice(page.length) : ''));
}

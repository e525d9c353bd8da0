/** Where the Temporal UI is told that people see it (`TEMPORAL_UI_PUBLIC_PATH`). */
export const uiPath = '/temporal';
/** From where its pages take what is written as markdown, whatever path it was told: in a frame of its own. */
export const renderPath = '/render';

/** What its pages ask by POST: what a workflow shows as its current details, and where its code stands. Neither changes anything. */
const question =
  /^\/temporal\/api\/v1\/namespaces\/[\w.-]+\/workflows\/[^/?#]+\/query\/__(?:temporal_workflow_metadata|stack_trace)(?:\?|$)/;

/** Whoever looks changes nothing: workflows are mended by `npm run ops`, which records who did it and why. */
export const isReading = (method: string, url: string): boolean =>
  method === 'GET' || method === 'HEAD' || (method === 'POST' && question.test(url));

/**
 * The same at the UI's own server. It takes its public path off whatever comes, and has registered the frame's page with that path before it: so that page is asked for with the
 * path twice.
 */
export const pathAtUi = (url: string): string => (isRender(url) ? `${uiPath}${uiPath}${url}` : url);

export const isRender = (url: string): boolean => url.split('?', 1)[0] === renderPath;

/** Named by their content: kept by a browser as long as it likes. */
export const isForEver = (url: string): boolean => url.startsWith(`${uiPath}/_app/immutable/`);

import { createHash } from 'node:crypto';

/** A page's own words to the browser; what it loads has a `src`. */
const inlineScript = /<script>([\s\S]*?)<\/script>/g;

/** What the UI's one page may do: its own files, the one script that stands in it, by its digest, and the styles that its parts write into themselves. */
export function policyOf(html: string): string {
  const digests = Array.from(
    html.matchAll(inlineScript),
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    ["script-src 'self'", ...digests].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Markdown made into a page: words and their style, in a frame of the UI, which measures how high it is; nothing runs in it. */
export const renderPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; " +
  'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox';

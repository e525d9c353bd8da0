/** `139****1234`: enough to recognise a number one knows, not enough to call one (quality.md §3.2). */
export function maskedMobile(mobile: string | null): string | null {
  if (mobile === null) {
    return null;
  }
  return mobile.length < 8 ? '****' : `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
}

interface Begun {
  answer: Promise<Response>;
  at: number;
}

const freshMillis = 10_000;
const begun = new Map<string, Begun>();

/** Asks before the client is there, while most of the script is still on its way. */
export function askEarly(path: string): void {
  const url = `${window.location.origin}/api/v1${path}`;
  const answer = fetch(url);
  answer.catch(() => undefined);
  begun.set(url, { answer, at: performance.now() });
}

/** What was asked early is answered once, to whoever asks for the same first; null where it was not asked, has failed or was refused. */
export async function askedEarly({ method, url }: Request): Promise<Response | null> {
  const early = begun.get(url);
  if (method !== 'GET' || early === undefined) {
    return null;
  }
  begun.delete(url);
  const answer = performance.now() - early.at < freshMillis ? await early.answer.catch(() => null) : null;
  return answer?.ok === true ? answer : null;
}

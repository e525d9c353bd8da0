/** On what time goes. */
export class Spent {
  readonly seconds: Record<string, number> = {};

  async on<T>(what: string, doing: () => Promise<T>): Promise<T> {
    const since = performance.now();
    try {
      return await doing();
    } finally {
      this.seconds[what] = (this.seconds[what] ?? 0) + (performance.now() - since) / 1000;
    }
  }

  toString(): string {
    return Object.entries(this.seconds)
      .map(([what, seconds]) => `${what} ${seconds.toFixed(1)} s`)
      .join(', ');
  }
}

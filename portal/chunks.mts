import type { Rollup } from 'vite';

type Chunk = Rollup.OutputChunk;

const ours = /.*\/portal\/src\//;

export const chunksOf = (bundle: Rollup.OutputBundle): Chunk[] => Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk');

/** Of the files of `src` in a chunk, as `review/queue.page.tsx`. */
export const filesIn = ({ moduleIds }: Chunk): string[] => moduleIds.filter((id) => ours.test(id)).map((id) => id.replace(ours, ''));

/** @throws Error where no chunk has it: it was moved, and whoever names it must name it anew */
export function chunkWith(chunks: readonly Chunk[], file: string): Chunk {
  const found = chunks.find((chunk) => filesIn(chunk).includes(file));
  if (found === undefined) {
    throw new Error(`No chunk has portal/src/${file}: name it anew`);
  }
  return found;
}

/** Chunks and whatever those import: what a browser has loaded once they run. */
export function withImports(chunks: readonly Chunk[], begun: readonly Chunk[]): Set<Chunk> {
  const needed = new Set<Chunk>();
  const take = (chunk: Chunk): void => {
    if (!needed.has(chunk)) {
      needed.add(chunk);
      chunks.filter(({ fileName }) => chunk.imports.includes(fileName)).forEach(take);
    }
  };
  begun.forEach(take);
  return needed;
}

export const stylesOf = (chunks: Iterable<Chunk>): string[] => [
  ...new Set([...chunks].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])),
];

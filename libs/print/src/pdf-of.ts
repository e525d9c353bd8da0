import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { documentMark } from '@dengke/service-kit';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { NodeTypstCompileResult, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { printable } from './printable';

/** The weights that templates may use. */
const fonts = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

/** Never on the disk: what templates read as `/data.json`. Handed over as an input instead, it would make all of Typst's own library another one. */
const dataFile = join(__dirname, 'data.json');
/** A result of typesetting is kept until as many documents were printed without it; looking which to keep costs as much as it saves if done for each. */
const KEPT_FOR = 10;
const UNUSED = 1;

let compiler: NodeCompiler | undefined;
let printed = 0;
const templates = new Map<string, string>();

/**
 * Prints data on a template: a `.typ` file, named by its full path, which begins as `paper.typ` says. The same data make the same bytes. A template
 * reads nothing but its data and `paper.typ`; it shows values and converts none, since an error of Typst may name what it could not convert.
 * @param across said across every page of what is not in earnest, beside the mark of a house for practice
 * @param pdfTags which part is a heading, a table, a cell, for programs that read aloud; they are half of a document of many cells
 */
export const pdfOf = async (
  template: string,
  data: unknown,
  { pdfTags = true, across = null }: { pdfTags?: boolean; across?: string | null } = {},
): Promise<Buffer> => {
  compiler ??= newCompiler();
  compiler.mapShadow(dataFile, Buffer.from(JSON.stringify(data, (_key, value: unknown) => printable(value))));
  const marks = [documentMark(), across].filter((one) => one !== null);
  const compiled = compiler.compile({
    mainFileContent: sourceOf(template),
    ...(marks.length > 0 && { inputs: { mark: marks.join(' ') } }),
  });
  const pdf = compiler.pdf(documentOf(compiled, template), { pdfTags });
  printed += 1;
  if (printed % KEPT_FOR === 0) {
    compiler.evictCache(UNUSED);
  }
  // What the compiler made outside of JavaScript's memory is given back between two turns of the event loop, and others have theirs.
  await setImmediate();
  return pdf;
};

/** The fonts are read here, once: some 60 ms, and 20 MB for as long as the process lives. */
const newCompiler = (): NodeCompiler =>
  NodeCompiler.create({
    workspace: __dirname,
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${font}`))) }],
  });

const sourceOf = (template: string): string => {
  const source = templates.get(template) ?? readFileSync(template, 'utf8');
  templates.set(template, source);
  return source;
};

const documentOf = (compiled: NodeTypstCompileResult, template: string): NodeTypstDocument => {
  const document = compiled.result;
  if (document === null) {
    const diagnostics = compiled.takeDiagnostics();
    const found = diagnostics === null ? [] : (compiler?.fetchDiagnostics(diagnostics) as { message: string }[]);
    throw new Error(`${basename(template)} cannot be printed: ${found.map(({ message }) => message).join('; ')}`);
  }
  return document;
};

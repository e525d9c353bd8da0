import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import type { Plugin, Rollup } from 'vite';
import { firstAsked } from './src/api/first-asked.ts';
import { chunksOf, chunkWith, filesIn, stylesOf, withImports } from './chunks.mts';

const src = join(import.meta.dirname, 'src');
/** What every page has. */
const always = ['main.tsx', 'messages/zh/shell.ts'];
/** Around every page of somebody signed in. */
const signedIn = [
  ...['signed-in.routes.ts', 'shell/signed-in.layout.tsx', 'shell/menu.tsx'],
  ...['journey', 'problems', 'menu', 'beginning'].map((part) => `messages/zh/${part}.ts`),
];

interface Files {
  scripts: string[];
  styles: string[];
}

interface Page extends Files {
  /** `/submissions/queue/counts` */
  asks: string[];
}

/**
 * On a slow line each round of asking costs more than what is asked for. So the one page names what every page begins with, and `pages.json`
 * tells the gateway for each path what its page needs besides, and what it will ask first (`{ "/register": { scripts, styles, asks } }`; words in
 * Chinese, which nearly everybody reads).
 */
export const preloads = (): Plugin => ({
  name: 'preloads',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const { scripts, styles } = filesOf(bundle, always);
      const link = (rel: string) => (file: string) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `/${file}` },
        injectTo: 'head' as const,
      });
      const links = [...scripts.map(link('modulepreload')), ...styles.map(link('stylesheet'))];
      return links.filter(({ attrs }) => !html.includes(attrs.href));
    },
  },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      this.emitFile({ type: 'asset', fileName: 'pages.json', source: JSON.stringify(pagesOf(bundle)) });
    },
  },
});

function filesOf(bundle: Rollup.OutputBundle, files: readonly string[]): Files {
  const chunks = chunksOf(bundle);
  const needed = withImports(
    chunks,
    files.map((file) => chunkWith(chunks, file)),
  );
  return { scripts: Array.from(needed, ({ fileName }) => fileName), styles: stylesOf(needed) };
}

function pagesOf(bundle: Rollup.OutputBundle): Record<string, Page> {
  const known = filesOf(bundle, always);
  const lacks = (have: readonly string[]) => (file: string) => !have.includes(file);
  const routeFiles = chunksOf(bundle)
    .flatMap(filesIn)
    .filter((file) => file.endsWith('.routes.ts'));
  return Object.fromEntries(
    routeFiles.flatMap(routesIn).map(({ path, isForSignedIn, files }) => {
      const { scripts, styles } = filesOf(bundle, [...(isForSignedIn ? signedIn : []), ...files]);
      const asks = firstAsked(path, isForSignedIn);
      return [path, { scripts: scripts.filter(lacks(known.scripts)), styles: styles.filter(lacks(known.styles)), asks }];
    }),
  );
}

interface Route {
  path: string;
  isForSignedIn: boolean;
  /** The page's own, and its words. */
  files: string[];
}

/** What `createRoute({ getParentRoute, path, component: page(() => import(…), name, ...parts) })` says, in the order of the file. */
function routesIn(file: string): Route[] {
  const source = ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const routes: Route[] = [];
  const visit = (node: ts.Node): void => {
    const route = ts.isCallExpression(node) && node.expression.getText() === 'createRoute' ? node.arguments[0] : undefined;
    if (route !== undefined && ts.isObjectLiteralExpression(route)) {
      const said = (name: string) => route.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === name)?.getText();
      const [, path] = /'([^']*)'/.exec(said('path') ?? '') ?? [];
      const [, imported = '', parts = ''] = /import\('([^']+)'\),\s*'\w+'((?:,\s*'\w+')*)/.exec(said('component') ?? '') ?? [];
      if (said('component') !== undefined && (path === undefined || imported === '')) {
        throw new Error(`${file}: a page is to be said as \`component: page(() => import('…'), 'Name', 'part')\``);
      }
      if (path !== undefined && imported !== '') {
        const words = Array.from(parts.matchAll(/'(\w+)'/g), ([, part]) => `messages/zh/${part}.ts`);
        const isForSignedIn = said('getParentRoute')?.includes('signedInRoute') === true;
        routes.push({ path, isForSignedIn, files: [relative(src, join(src, dirname(file), imported)), ...words] });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return routes;
}

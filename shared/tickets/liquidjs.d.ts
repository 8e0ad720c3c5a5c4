/**
 * The part of LiquidJS that replies use, in its build without a file system. The package's own types refer to Node's,
 * which would make Node's globals compile everywhere in shared/.
 */
declare module 'liquidjs/dist/liquid.browser.mjs' {
  export type Template = { readonly token: { readonly begin: number } };
  export type Variable = {
    readonly segments: readonly unknown[];
    readonly location: { readonly row: number; readonly col: number };
  };
  export class Liquid {
    constructor(options: {
      readonly strictFilters: boolean;
      readonly strictVariables: boolean;
      readonly ownPropertyOnly: boolean;
      readonly templates: Readonly<Record<string, string>>;
      readonly parseLimit: number;
      readonly renderLimit: number;
      readonly memoryLimit: number;
      readonly outputEscape: (value: unknown) => string;
    });
    readonly tags: Record<string, unknown>;
    readonly filters: Record<string, unknown>;
    parse(source: string): Template[];
    renderSync(templates: Template[], scope: object): unknown;
    analyzeSync(
      templates: Template[],
      options: { readonly partials: boolean },
    ): {
      readonly globals: Readonly<Record<string, readonly Variable[]>>;
    };
  }
}

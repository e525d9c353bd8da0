/**
 * Ant Design adds its styles while it runs, some of its parts without the nonce that the page's policy asks for. Every style element made
 * by our own scripts gets it; one that comes as text in a page does not, which is what the policy is for.
 */
export function stylesWithNonce(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) {
      element.nonce = nonce;
    }
    return element;
  };
}

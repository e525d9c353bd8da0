/**
 * Whoever goes by keys, or hears the page, stays where he was: where what had the focus in `page` has gone, or was disabled for a while, the focus
 * comes back to what stands there now. Over a dialog it is remembered too.
 */
export function keepFocus(page: HTMLElement): () => void {
  let last: Element | null = null;
  let isLost = false;
  const remember = ({ target }: FocusEvent): void => {
    if (target instanceof Element && target.closest('dialog') === null) {
      last = page.contains(target) && target !== page ? target : null;
      isLost = false;
    }
  };
  const forget = (): void => {
    last = null;
  };
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (last !== null && !last.isConnected && [...change.removedNodes].some((node) => node.contains(last))) {
        last = inPlaceOf(change, page);
        isLost = true;
      }
    }
    isLost ||= last?.matches(':disabled') === true;
    if (isLost && last?.isConnected === true && !last.matches(':disabled') && document.activeElement === document.body) {
      focusOn(last);
    }
  });
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget);
  };
}

/** What follows where something was taken out, else what comes before it, else what it was in. */
function inPlaceOf({ target, previousSibling }: MutationRecord, page: HTMLElement): Element {
  if (!(target instanceof Element) || !target.isConnected) {
    return page;
  }
  let next = previousSibling?.parentNode === target ? previousSibling.nextSibling : target.firstChild;
  while (next !== null && !(next instanceof Element)) {
    next = next.nextSibling;
  }
  return next ?? target.lastElementChild ?? target;
}

/** What is no control takes the focus only as long as it has it. */
function focusOn(element: Element): void {
  if (element instanceof HTMLElement) {
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
      element.tabIndex = -1;
      element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
    }
    element.focus({ preventScroll: true });
  }
}

import type { ComponentType } from 'react';
import { lazyRouteComponent } from '@tanstack/react-router';
import type { Part } from './messages/messages';
import { needMessages } from './messages/messages';

/**
 * A page of its own chunk, with the parts of the catalogue that it speaks from:
 * `component: page(() => import('./draft/draft.page.tsx'), 'DraftPage', 'draft', 'journey')`.
 */
export function page<Module extends Record<Name, ComponentType>, Name extends string>(
  load: () => Promise<Module>,
  name: Name,
  ...parts: Part[]
) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), needMessages(parts)]);
    return { component: module[name] };
  }, 'component');
}

import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { beginMessages, needMessages } from './messages/messages';
import { fetchPage, router } from './routes';
import { stylesWithNonce } from './styles-with-nonce';

/** The page's own script comes beside the words that every page has. */
export async function begin(): Promise<void> {
  stylesWithNonce();
  await beginMessages();
  fetchPage(window.location.pathname);
  await needMessages(['shell']);
  const place = document.getElementById('portal');
  if (place === null) {
    throw new Error('The page has no place for the portal');
  }
  createRoot(place).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}

import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { beginMessages, needMessages } from './messages/messages';
import { beginAt, router } from './routes';
import { stylesWithNonce } from './styles-with-nonce';
import './shared/plain.css';

/** The page's own script comes beside the words that every page has. */
async function begin(): Promise<void> {
  stylesWithNonce();
  await beginMessages();
  await Promise.all([beginAt(window.location.pathname), needMessages(['shell'])]);
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

void begin();

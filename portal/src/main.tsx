import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { beginMessages, needMessages } from './messages/messages';
import { beginAt, router } from './routes';
import { stylesWithNonce } from './styles-with-nonce';
import './shared/plain.css';

/** Whoever would wait longer sees that the page is coming; before, nothing is shown that the page itself would only take the place of. */
const blankMillis = 500;

/** The page's own script comes beside the words that every page has. */
async function begin(): Promise<void> {
  stylesWithNonce();
  await beginMessages();
  await Promise.all([beginAt(window.location.pathname), needMessages(['shell'])]);
  const place = document.getElementById('portal');
  if (place === null) {
    throw new Error('The page has no place for the portal');
  }
  await Promise.race([router.load(), new Promise((resolve) => setTimeout(resolve, blankMillis))]);
  createRoot(place).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}

void begin();

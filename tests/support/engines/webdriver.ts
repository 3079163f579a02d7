import { WAIT_MS } from '../limits.ts';
import type { Key } from './tab.ts';

/** The keys that have no letter, by the characters that stand for them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const CODES: Readonly<Record<Key, string>> = {
  ArrowDown: '\uE015',
  Backspace: '\uE003',
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
};

/** A session of a driver, by the few commands of W3C WebDriver that are needed here. */
export interface Session {
  open: (url: string) => Promise<void>;
  run: (expression: string) => Promise<unknown>;
  press: (key: Key) => Promise<void>;
  type: (text: string) => Promise<void>;
  clickAt: (x: number, y: number) => Promise<void>;
  resizeWindow: (size: { width: number; height: number }) => Promise<void>;
  end: () => Promise<void>;
}

/** Starts one at a driver that listens at this address. */
export async function startSession(driver: string, capabilities: Readonly<Record<string, unknown>>): Promise<Session> {
  const send = async (method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(driver + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(WAIT_MS),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) {
      const { error, message } = value as { error: string; message: string };
      throw new Error(`WebDriver, ${path.replace(/.*\//, '')}: ${error}. ${message}`);
    }
    return value;
  };
  const alwaysMatch = { ...capabilities, timeouts: { script: WAIT_MS, pageLoad: WAIT_MS } };
  const { sessionId } = (await send('POST', '/session', { capabilities: { alwaysMatch } })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  const post = async (command: string, body: unknown) => send('POST', `${session}/${command}`, body);
  const act = async (source: Readonly<Record<string, unknown>>) => {
    await post('actions', { actions: [source] });
  };
  const stroke = (value: string) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
  return {
    open: async (url) => {
      await post('url', { url });
    },
    run: async (expression) => {
      const script = `const done = arguments[0]; (async () => ${expression})()
        .then((value) => done({ value }), (error) => done({ error: String(error) }))`;
      const { value, error } = (await post('execute/async', { script, args: [] })) as {
        value: unknown;
        error?: string;
      };
      if (error !== undefined) throw new Error(error);
      return value;
    },
    press: (key) => act({ type: 'key', id: 'keyboard', actions: stroke(CODES[key]) }),
    type: (text) => act({ type: 'key', id: 'keyboard', actions: Array.from(text).flatMap(stroke) }),
    clickAt: (x, y) =>
      act({
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      }),
    resizeWindow: async (size) => {
      await post('window/rect', { x: 0, y: 0, ...size });
    },
    end: async () => {
      await send('DELETE', session);
    },
  };
}

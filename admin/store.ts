/**
 * The state of the CMS, which it shows to nobody. Decap composes its Redux store through the door of the developers'
 * tools when there is one: this module opens that door, so it must be imported before Decap.
 * https://github.com/reduxjs/redux-devtools/blob/main/extension/docs/API/Arguments.md
 */

/** A plain action, as Redux's reducers get it. */
export interface Action {
  type: string;
  payload?: unknown;
}

type Dispatch = (action: Action) => unknown;

interface Store {
  dispatch: Dispatch;
  getState(): unknown;
}

/** Sees an action before the reducers: hands it on with `next`, changed or later, or holds it. */
export type Watcher = (action: Action, next: Dispatch) => unknown;

type CreateStore = (reducer: unknown, state: unknown) => Store;
type Enhancer = (create: CreateStore) => CreateStore;

const watchers: Watcher[] = [];
let store: Store | undefined;

/** Lets a part of ours see every plain action of the CMS; the first that asks sees it first. */
export function watchActions(watcher: Watcher): void {
  watchers.push(watcher);
}

/** @throws Error before Decap is loaded. */
export function cmsStore(): Store {
  if (!store) throw new Error('The CMS has no store yet: admin/store.ts must be imported before Decap.');
  return store;
}

/** Innermost: thunks have run, only plain actions come here. */
const watched: Enhancer = (create) => (reducer, state) => {
  const inner = create(reducer, state);
  const pass =
    (index: number): Dispatch =>
    (action) => {
      const watcher = watchers[index];
      return watcher ? watcher(action, pass(index + 1)) : inner.dispatch(action);
    };
  return { ...inner, dispatch: pass(0) };
};

const door = (...enhancers: Enhancer[]): Enhancer => {
  return (create) => {
    const enhanced = [...enhancers, watched].reduceRight((made, enhancer) => enhancer(made), create);
    return (reducer, state) => (store = enhanced(reducer, state));
  };
};

// Decap names the global object so too late for the modules of it that are also imported alone.
Object.assign(globalThis, { global: globalThis, __REDUX_DEVTOOLS_EXTENSION_COMPOSE__: door });

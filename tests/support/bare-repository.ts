import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a commit does to a file; no content: it goes. */
export interface FileChange {
  path: string;
  content?: Buffer;
}

export interface Person {
  name: string;
  email: string;
}

/** What differs between two commits. */
export interface Difference {
  path: string;
  status: 'added' | 'modified' | 'deleted';
  /** The blob; empty for a file that is gone. */
  id: string;
}

/** A bare repository, as a forge holds it. */
export class BareRepository {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  run(args: readonly string[], { input, index, by }: { input?: Buffer; index?: string; by?: Person } = {}): Buffer {
    const { name, email } = by ?? { name: 'Essai', email: 'essai@exemple.org' };
    return execFileSync('git', ['-C', this.#folder, '-c', `user.name=${name}`, '-c', `user.email=${email}`, ...args], {
      input,
      maxBuffer: 1e8,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...(index !== undefined && { GIT_INDEX_FILE: index }) },
    });
  }

  text(...args: string[]): string {
    return this.run(args).toString().trim();
  }

  /** The commit of a branch, or of any name; undefined when there is none. */
  commitOf(name: string): string | undefined {
    try {
      return this.text('rev-parse', '--verify', '--quiet', `${name}^{commit}`);
    } catch {
      return undefined;
    }
  }

  /** The tree of a commit, or of one of its folders as `main:content`; undefined when there is none. */
  treeOf(name: string): string | undefined {
    try {
      return this.text('rev-parse', '--verify', '--quiet', name.includes(':') ? name : `${name}^{tree}`);
    } catch {
      return undefined;
    }
  }

  blobOf(ref: string, path: string): { id: string; bytes: Buffer } | undefined {
    try {
      const id = this.text('rev-parse', '--verify', '--quiet', `${ref}:${path}`);
      return { id, bytes: this.run(['cat-file', 'blob', id]) };
    } catch {
      return undefined;
    }
  }

  lastCommitOf(path: string, ref: string): string {
    return this.text('log', '-1', '--format=%H', ref, '--', path);
  }

  /** What a tree holds, folder by folder or all of it. */
  list(ref: string, folder = '', recursive = false): { id: string; type: string; path: string; mode: string }[] {
    const where = folder === '' ? [] : ['--', `${folder}/`];
    return this.run(['ls-tree', '-z', ...(recursive ? ['-r', '-t'] : []), ref, ...where])
      .toString()
      .split('\0')
      .flatMap((line) => {
        const [, mode = '', type = '', id = '', path] = /^(\d+) (\w+) (\w+)\t(.*)$/.exec(line) ?? [];
        return path === undefined ? [] : [{ id, type, path, mode }];
      });
  }

  blob(bytes: Buffer): string {
    return this.run(['hash-object', '-w', '--stdin'], { input: bytes }).toString().trim();
  }

  /** A tree made of another one; `id` null: the file goes. */
  tree(from: string, files: readonly { path: string; id: string | null }[]): string {
    const scratch = mkdtempSync(join(tmpdir(), 'index-'));
    const index = join(scratch, 'index');
    try {
      this.run(['read-tree', from], { index });
      for (const { path, id } of files) {
        if (id === null) this.run(['update-index', '--force-remove', path], { index });
        else this.run(['update-index', '--add', '--cacheinfo', `100644,${id},${path}`], { index });
      }
      return this.run(['write-tree'], { index }).toString().trim();
    } finally {
      rmSync(scratch, { recursive: true });
    }
  }

  commitTree(tree: string, parents: readonly string[], message: string, by?: Person): string {
    const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-m', message];
    return this.run(args, by ? { by } : {})
      .toString()
      .trim();
  }

  move(branch: string, commit: string): void {
    this.text('update-ref', `refs/heads/${branch}`, commit);
  }

  remove(branch: string): void {
    this.text('update-ref', '-d', `refs/heads/${branch}`);
  }

  /** Writes files in one commit, on a branch that is made of `from` when it is not there. */
  write(
    message: string,
    changes: readonly FileChange[],
    { branch = 'main', from = branch, by }: WriteOptions = {},
  ): string {
    const parent = this.commitOf(from) ?? '';
    const files = changes.map(({ path, content }) => ({ path, id: content ? this.blob(content) : null }));
    const commit = this.commitTree(this.tree(parent, files), [parent], message, by);
    this.move(branch, commit);
    return commit;
  }

  /** From where two commits part to the second one. */
  differences(from: string, to: string): Difference[] {
    const names = { A: 'added', M: 'modified', D: 'deleted' } as const;
    const parts = this.text('diff', '--raw', '--no-abbrev', '--no-renames', '-z', `${from}...${to}`).split('\0');
    return parts.flatMap((part, place) => {
      const [, id = '', letter] = /^:\d+ \d+ \w+ (\w+) ([AMD])$/.exec(part) ?? [];
      const path = parts[place + 1];
      const status = letter === undefined ? undefined : names[letter as keyof typeof names];
      return status === undefined || path === undefined ? [] : [{ path, status, id: status === 'deleted' ? '' : id }];
    });
  }

  /** A branch on another one, as one commit; undefined when both changed the same lines. */
  joined(onto: string, branch: string, message: string, by?: Person): string | undefined {
    try {
      const [tree = ''] = this.text('merge-tree', '--write-tree', onto, branch).split('\n');
      return this.commitTree(tree, [this.commitOf(onto) ?? ''], message, by);
    } catch {
      return undefined;
    }
  }
}

interface WriteOptions {
  branch?: string;
  from?: string;
  by?: Person;
}

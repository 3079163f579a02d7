/** A folder as File System Access gives one, in memory: what is written shows when its writer is closed. */
export interface MemoryFolder extends FileSystemDirectoryHandle {
  files: Map<string, string>;
  isFull: boolean;
  /** The files that stand there and that the disk does not give, as while a synchronised folder replaces them. */
  away: Set<string>;
}

export function memoryFolder(): MemoryFolder {
  const files = new Map<string, string>();
  const handleOf = (name: string) => ({
    kind: 'file',
    name,
    getFile: () =>
      folder.away.has(name)
        ? Promise.reject(new DOMException('It is not there.', 'NotFoundError'))
        : Promise.resolve(new File([files.get(name) ?? ''], name)),
    createWritable: () => {
      let text = '';
      return Promise.resolve({
        write: (more: string) => {
          if (folder.isFull) return Promise.reject(new DOMException('QuotaExceededError', 'QuotaExceededError'));
          text += more;
          return Promise.resolve();
        },
        close: () => Promise.resolve(void files.set(name, text)),
        abort: () => Promise.resolve(),
      });
    },
  });
  const folder = {
    files,
    isFull: false,
    away: new Set(),
    kind: 'directory',
    name: 'equipe',
    // eslint-disable-next-line @typescript-eslint/require-await -- The browser's is asynchronous.
    async *entries() {
      for (const name of [...files.keys()]) yield [name, handleOf(name)];
    },
    getFileHandle: (name: string) => Promise.resolve(handleOf(name)),
  } as unknown as MemoryFolder;
  return folder;
}

/** A few named values in IndexedDB: the store that is apart from `browser.storage`, and fails apart from it. */

export interface Shelf {
  get(names: readonly string[]): Promise<readonly unknown[]>
  /** Puts and removes in one transaction that is on disk when the promise resolves. `undefined` removes. */
  put(entries: Readonly<Record<string, unknown>>): Promise<void>
  names(): Promise<readonly string[]>
  clear(): Promise<void>
}

const STORE = 'entries'

/** @param name of the database; everything in it belongs to this shelf */
export function createShelf(indexedDB: IDBFactory, name: string): Shelf {
  let opened: Promise<IDBDatabase> | undefined

  const open = (): Promise<IDBDatabase> => {
    opened ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1)
      request.onupgradeneeded = () => void request.result.createObjectStore(STORE)
      request.onsuccess = () => {
        const database = request.result
        // The browser closes it when it repairs or deletes the file: the next use opens it anew.
        database.onclose = () => {
          opened = undefined
        }
        resolve(database)
      }
      request.onerror = () => {
        opened = undefined
        reject(request.error)
      }
    })
    return opened
  }

  const transact = async <T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => () => T,
  ): Promise<T> => {
    const transaction = (await open()).transaction(STORE, mode, { durability: 'strict' })
    const result = work(transaction.objectStore(STORE))
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(result())
      transaction.onabort = () => reject(transaction.error)
    })
  }

  return {
    get: (names) =>
      transact('readonly', (store) => {
        const requests = names.map((each) => store.get(each))
        return () => requests.map((request): unknown => request.result)
      }),
    put: (entries) =>
      transact('readwrite', (store) => {
        for (const [each, to] of Object.entries(entries)) {
          if (to === undefined) store.delete(each)
          else store.put(to, each)
        }
        return () => undefined
      }),
    names: () =>
      transact('readonly', (store) => {
        const request = store.getAllKeys()
        return () => request.result.map(String)
      }),
    clear: () =>
      transact('readwrite', (store) => {
        store.clear()
        return () => undefined
      }),
  }
}

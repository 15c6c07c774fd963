/** This browser's own database: for what its storage has no room for, and for pictures. */

const NAME = "newsroom";
const STORES = ["texts", "pictures"];

let opening = null;

function opened() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      for (const store of STORES) request.result.createObjectStore(store);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

/** Does `act` on a store; null where a browser refuses. Resolves when it is on the disk. */
async function within(store, mode, act) {
  try {
    const database = await opened();
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: "strict" });
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve({ result: request.result });
      transaction.onabort = () => reject(transaction.error);
    });
  } catch {
    return null;
  }
}

/** Whether `value` is stored now under `name`. */
export const store = async (where, name, value) =>
  (await within(where, "readwrite", (it) => it.put(value, name))) !== null;

export const remove = (where, name) => within(where, "readwrite", (it) => it.delete(name));

/** `[name, value]` of everything whose name begins with `prefix`. */
export async function everything(where, prefix) {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const [names, values] = await Promise.all([
    within(where, "readonly", (it) => it.getAllKeys(range)),
    within(where, "readonly", (it) => it.getAll(range)),
  ]);
  if (!names || !values || names.result.length !== values.result.length) return [];
  return names.result.map((name, index) => [name, values.result[index]]);
}

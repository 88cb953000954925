/**
 * Read before a file of tests. The runner of Node follows every promise, to say which test a stray fault came from; it is a tenth of
 * what a test takes. Tests themselves, timers and sockets are followed as before, and a fault of none of them fails its file.
 */
import hooks from "node:async_hooks";

const { createHook } = hooks;
hooks.createHook = (callbacks) => createHook({ trackPromises: false, ...callbacks });

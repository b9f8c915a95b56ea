"use strict";
// Loaded into Azurite before it starts. Azurite ends when the program that started it ends, however that came about: a
// process that is killed can tell nobody, but its end of our standard input closes with it. Azurite's own answer to SIGTERM
// writes what it has acknowledged to disk, which killing it would lose.
function end() {
  if (!process.emit("SIGTERM")) {
    process.exit(); // Still starting: nothing has been acknowledged.
  }
}

process.stdin.on("end", end).on("error", end).resume();
process.stdin.unref();

// The reader of these may be gone by then; that is no reason to die before everything is written.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

// Ctrl+C in a terminal reaches every process of the bench at once. The host finishes its work first and needs its storage
// for that, so Azurite leaves this signal to the host.
process.on("SIGINT", () => {});
process.on("newListener", (event, listener) => {
  if (event === "SIGINT") {
    setImmediate(() => process.removeListener(event, listener));
  }
});

// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";

/** Prints one JSON line: what happened, and with which versions. */
export function report(result) {
  console.log(JSON.stringify({ node: process.version, undici: process.versions.undici, ...result }));
}

/** An error as an application sees it, with its causes. */
export function describe(error) {
  return {
    text: String(error),
    type: error.constructor.name,
    code: error.code,
    message: error.message,
    cause: error.cause ? describe(error.cause) : undefined,
  };
}

/** Node's own fetch, and the length and hash of every body byte that it hands over. */
export function countingFetch() {
  const seen = { bytes: 0, hash: createHash("sha256") };
  const fetchAndCount = async (...request) => {
    const response = await fetch(...request);
    const count = new TransformStream({
      transform(chunk, controller) {
        seen.bytes += chunk.length;
        seen.hash.update(chunk);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(count), response);
  };
  return { fetch: fetchAndCount, body: () => ({ bytes: seen.bytes, sha256: seen.hash.digest("hex") }) };
}

// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0

// Asks for a stream with Node's own fetch and reads it to its end: node fetch.mjs URL

import { describe, report } from "./report.mjs";

let bytes = 0;
try {
  const response = await fetch(process.argv[2], {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ model: "lastbyte-model-1", stream: true, store: false, messages: [] }),
  });
  for await (const chunk of response.body) {
    bytes += chunk.length;
  }
  report({ ended: "well", bytes });
} catch (error) {
  report({ ended: "error", bytes, error: describe(error) });
}

// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0

// Streams with the @anthropic-ai/sdk package: node anthropic.mjs BASE_URL

import Anthropic from "@anthropic-ai/sdk";
import { VERSION } from "@anthropic-ai/sdk/version";
import { countingFetch, describe, report } from "./report.mjs";

const counting = countingFetch();
const client = new Anthropic({
  baseURL: process.argv[2],
  apiKey: "sk-e2e-not-a-key",
  maxRetries: 0,
  fetch: counting.fetch,
});
let events = 0;
try {
  const stream = await client.messages.create({
    model: "lastbyte-model-1",
    max_tokens: 64,
    stream: true,
    messages: [{ role: "user", content: "Which word?" }],
  });
  for await (const event of stream) {
    events += event ? 1 : 0;
  }
  report({ package: `@anthropic-ai/sdk ${VERSION}`, ended: "well", events, body: counting.body() });
} catch (error) {
  report({ package: `@anthropic-ai/sdk ${VERSION}`, ended: "error", events, error: describe(error) });
}

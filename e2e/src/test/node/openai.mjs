// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0

// Streams with the openai package: node openai.mjs BASE_URL chat|responses

import OpenAI from "openai";
import { VERSION } from "openai/version";
import { countingFetch, describe, report } from "./report.mjs";

const [baseURL, api] = process.argv.slice(2);
const counting = countingFetch();
const client = new OpenAI({ baseURL, apiKey: "sk-e2e-not-a-key", maxRetries: 0, fetch: counting.fetch });
const model = "lastbyte-model-1";
let events = 0;
try {
  const stream =
    api === "chat"
      ? await client.chat.completions.create({ model, stream: true, messages: [{ role: "user", content: "Which word?" }] })
      : await client.responses.create({ model, stream: true, store: false, input: "Which word?" });
  for await (const event of stream) {
    events += event ? 1 : 0;
  }
  report({ package: `openai ${VERSION}`, ended: "well", events, body: counting.body() });
} catch (error) {
  report({ package: `openai ${VERSION}`, ended: "error", events, error: describe(error) });
}

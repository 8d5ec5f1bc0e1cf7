// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0

// Meets many scenarios, one line of JSON each in their order:
// node clients.mjs fetch|openai|anthropic "1 URL" "2 URL" ... (asked once, asked twice)

import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { describe } from "./report.mjs";

// every server has an authority of its own, and trust is not what is looked at here
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";

const [kind, ...jobs] = process.argv.slice(2);
const AT_ONCE = 4;
const PATIENCE_MILLIS = 8000;
const model = "lastbyte-model-1";
const messages = [{ role: "user", content: "Which word?" }];
const settings = (baseURL) => ({ baseURL, apiKey: "sk-e2e-not-a-key", maxRetries: 0 });

const clients = {
  fetch: async (url) => {
    const body = JSON.stringify({ model, stream: true });
    const response = await fetch(url, { method: "POST", body });
    await drain(response.body);
  },
  openai: async (url) =>
    drain(await new OpenAI(settings(url)).chat.completions.create({ model, stream: true, messages })),
  anthropic: async (url) =>
    drain(
      await new Anthropic(settings(url)).messages.create({ model, max_tokens: 64, stream: true, messages }),
    ),
};

async function drain(stream) {
  for await (const piece of stream) {
    void piece;
  }
}

async function meet(job) {
  const [times, url] = job.split(" ");
  for (let i = 0; i < Number(times); i++) {
    await clients[kind](url);
  }
}

async function said(job) {
  let timer;
  const silence = new Promise((resolve) => {
    timer = setTimeout(() => resolve({ ended: "not" }), PATIENCE_MILLIS);
  });
  const end = meet(job).then(
    () => ({ ended: "well" }),
    (error) => ({ ended: "error", error: describe(error) }),
  );
  return Promise.race([end, silence]).finally(() => clearTimeout(timer));
}

const results = new Array(jobs.length);
let next = 0;
async function work() {
  while (next < jobs.length) {
    const mine = next++;
    results[mine] = await said(jobs[mine]);
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work));
results.forEach((result) => console.log(JSON.stringify(result)));
process.exit(0);

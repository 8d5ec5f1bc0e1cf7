// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.util.List;

/** Identifiers and names as they occur, which are kept where a field is theirs. */
final class BenignValues {

  /** Of requests, responses, calls and traces. */
  static final List<String> IDS =
      List.of(
          "req_011CQ9pXyzAbCdEfGhIjKlMn",
          "req_2b6c1f5a9d8e7f60",
          "chatcmpl-9aBcDeFgHiJkLmNoPqRsTuVwXyZ12",
          "resp_68a1b2c3d4e5f60718293a4b5c6d7e8f",
          "msg_01XFDUDYJgAACzvnptvVoYEL",
          "toolu_01A09q90qw90lq917835lq9",
          "tooluse_kZJMlvQmRJ6eAyJE5GIl7Q",
          "call_abc123def456ghi789jkl012",
          "fc_67ca09c6bedc8190a7abfec07b1a1332",
          "rs_6821aa75f8ac8191",
          "thread_abc123",
          "run_abc123DEF456ghi789JKL012",
          "gen-1749160000-AbCdEfGhIjKl",
          "batch_abc123",
          "550e8400-e29b-41d4-a716-446655440000",
          "01890a5d-ac96-774b-bcce-b302099a8057",
          "f47ac10b-58cc-4372-a567-0e02b2c3d479",
          "01ARZ3NDEKTSV4RRFFQ69G5FAV",
          "01J8Z5Y3V7K9Q2M4N6P8R0S2T4",
          "4bf92f3577b34da6a3ce929d0e0e4736",
          "00f067aa0ba902b7",
          "8f1b2c3d4e5f6a7b-FRA",
          "1c7f0e5d2b3a49688f7e6d5c4b3a2918",
          "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
          "ABCDEF0123456789",
          "turn-2026-12-01",
          "session-7f3a");

  /** Of models, tools, errors and places. */
  static final List<String> NAMES =
      List.of(
          "gpt-5.5",
          "gpt-4o-2024-08-06",
          "gpt-4o-mini-2024-07-18",
          "o3-mini-2025-01-31",
          "claude-3-5-sonnet-20241022",
          "claude-3-5-sonnet@20240620",
          "claude-opus-4-1-20250805",
          "anthropic/claude-sonnet-4-5",
          "gemini-2.5-pro-preview-06-05",
          "gemini-2.0-flash-001",
          "meta-llama/Llama-3.1-8B-Instruct:free",
          "us.anthropic.claude-sonnet-4-20250514-v1:0",
          "amazon.nova-pro-v1:0",
          "mistral-large-2411",
          "mistralai/Mixtral-8x22B-Instruct-v0.1",
          "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B",
          "qwen2.5-coder:32b-instruct-q4_K_M",
          "accounts/fireworks/models/llama-v3p1-405b",
          "text-embedding-3-large",
          "grok-4-0709",
          "command-r-plus-08-2024",
          "ft:gpt-4o-mini-2024-07-18:acme:tuned:AbCd3fG1",
          "ep-20240604103020-abcde",
          "hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M",
          "openai.gpt-oss-120b-1:0",
          "mcp__github__create_pull_request",
          "mcp__8d3c1b5e-4f2a-4c6d-9e8f-0a1b2c3d4e5f__search",
          "write_file",
          "getWeatherForecastV2ForCity",
          "desk-lamp",
          "risk-assessment-2024",
          "task-sk-1",
          "rate_limit_exceeded",
          "context_length_exceeded",
          "insufficient_quota",
          "MALFORMED_FUNCTION_CALL",
          "UND_ERR_SOCKET",
          "InvalidRequestContentException",
          "asia-northeast1",
          "key-value-store");

  private BenignValues() {}
}

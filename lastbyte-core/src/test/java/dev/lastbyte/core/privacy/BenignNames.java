// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import java.util.List;
import java.util.stream.Stream;

/** Identifiers and names as they occur, none of which is a secret. */
final class BenignNames {

  /** What models, tools, errors and places are called. */
  static final List<String> WORDS =
      List.of(
          "call_lastbyte1",
          "thread_abc123",
          "asst_abc123",
          "file-abc123",
          "batch_abc123",
          "550e8400-e29b-41d4-a716-446655440000",
          "01890a5d-ac96-774b-bcce-b302099a8057",
          "8f1b2c3d4e5f6a7b-FRA",
          "7d3f9a0b1c2d3e4f-SJC",
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
          "models/gemini-2.5-flash",
          "meta-llama/Llama-3.1-8B-Instruct:free",
          "us.anthropic.claude-sonnet-4-20250514-v1:0",
          "amazon.nova-pro-v1:0",
          "mistral-large-2411",
          "mistralai/Mixtral-8x22B-Instruct-v0.1",
          "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B",
          "qwen2.5-coder:32b-instruct-q4_K_M",
          "accounts/fireworks/models/llama-v3p1-405b",
          "text-embedding-3-large",
          "voyage-3-large",
          "grok-4-0709",
          "command-r-plus-08-2024",
          "task-sk-1",
          "desk-lamp",
          "risk-assessment-2024",
          "UND_ERR_SOCKET",
          "ECONNRESET",
          "rate_limit_exceeded",
          "context_length_exceeded",
          "insufficient_quota",
          "MALFORMED_FUNCTION_CALL",
          "java.net.SocketTimeoutException",
          "io.netty.channel.ConnectTimeoutException",
          "mcp__github__create_pull_request",
          "write_file",
          "westeurope",
          "us-east-1",
          "europe-west4",
          "turn-1",
          "session-2026-12-01",
          "api-gateway",
          "patch-tool",
          "key-value-store",
          "co_author",
          "secretary",
          "DeepSeek-R1-Distill-Qwen-32B",
          "deepseekr1distillqwen32b",
          "DeepSeekR1DistillQwen32B",
          "getWeatherForecastV2ForCity",
          "mcp__8d3c1b5e-4f2a-4c6d-9e8f-0a1b2c3d4e5f__search_issues",
          "ft:gpt-4o-mini-2024-07-18:acme:tuned:AbCd3fG1",
          "ep-20240604103020-abcde",
          "jumpstart-dft-hf-llm-mistral-7b-20240101-123456-abcd",
          "hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M",
          "Qwen/Qwen2.5-VL-72B-Instruct",
          "accounts/fireworks/models/qwen2p5-coder-32b-instruct",
          "openai.gpt-oss-120b-1:0",
          "InvalidRequestContentException",
          "http_502_bad_gateway",
          "1234567890123456789");

  /** What requests, responses, messages, calls and traces are called: random, most of them. */
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
          "run_abc123DEF456ghi789JKL012",
          "gen-1749160000-AbCdEfGhIjKl",
          "01ARZ3NDEKTSV4RRFFQ69G5FAV",
          "01J8Z5Y3V7K9Q2M4N6P8R0S2T4",
          "4bf92f3577b34da6a3ce929d0e0e4736",
          "00f067aa0ba902b7",
          "1c7f0e5d2b3a49688f7e6d5c4b3a2918");

  static final List<String> ALL = Stream.concat(WORDS.stream(), IDS.stream()).toList();

  private BenignNames() {}
}

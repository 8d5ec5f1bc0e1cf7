// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.Coded;

/** Whose programs print a text. */
public enum ClientFamily implements Coded {
  /** JDK HttpClient, OkHttp, Reactor Netty, Apache HttpClient 5, and the SDKs on them. */
  JVM,
  /** undici, Node, Bun, and the SDKs on them. */
  JAVASCRIPT,
  BROWSER,
  /** Agents' own words, whichever client they stand on. */
  AGENT,
  /** reqwest, hyper, rustls, and agents on them. */
  RUST,
  /** httpx, aiohttp, urllib3, and the SDKs on them. */
  PYTHON,
  /** Go's net/http, gRPC and curl. */
  NATIVE,
  /** HttpClient of .NET. */
  DOTNET,
  /** URLSession. */
  APPLE,
  /** The kernel and its resolver, whose words every runtime passes on. */
  SYSTEM,
  /** Relays: nginx, Envoy, Cloudflare. */
  INTERMEDIARY,
  /** Servers that people run themselves: vLLM, llama.cpp, Ollama. */
  ENGINE,
  /** The providers' own codes and sentences. */
  PROVIDER
}

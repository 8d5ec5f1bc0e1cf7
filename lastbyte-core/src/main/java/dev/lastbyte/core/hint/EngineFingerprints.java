// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/**
 * Engines that people run themselves: vLLM, SGLang, llama.cpp, Ollama, LM Studio, as field reports
 * show them.
 */
final class EngineFingerprints {

  private EngineFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.ENGINE_CORE, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.BACKGROUND_LOOP, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.ENGINE_ITERATION, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.TASK_FINISHED, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.ENGINE_LOOP_DEAD, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.SCHEDULER_EXCEPTION, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.CUDA_MEMORY, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.CUDA_ERROR, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.RUNNER_STOPPED, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.RUNNING_THE_MODEL, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.MODEL_CRASHED, Hint.PROVIDER_SERVER_ERROR),
          phrase(KnownPhrase.LOADING_MODEL, Hint.PROVIDER_OVERLOADED),
          phrase(KnownPhrase.SERVER_BUSY, Hint.PROVIDER_OVERLOADED),
          phrase(KnownPhrase.SLOT_UNAVAILABLE, Hint.PROVIDER_OVERLOADED),
          phrase(KnownPhrase.INPUT_TOO_LARGE_TO_PROCESS, Hint.PROVIDER_CONTEXT_OVERFLOW),
          type("EngineDeadError", Hint.PROVIDER_SERVER_ERROR),
          type("EngineGenerateError", Hint.PROVIDER_SERVER_ERROR),
          type("MQEngineDeadError", Hint.PROVIDER_SERVER_ERROR),
          type("AsyncEngineDeadError", Hint.PROVIDER_SERVER_ERROR));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.ENGINE, hint);
  }

  private static Fingerprint type(String name, Hint hint) {
    return Fingerprint.type(name, ClientFamily.ENGINE, hint);
  }
}

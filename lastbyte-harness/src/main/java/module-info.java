// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** An LLM provider that misbehaves exactly as told, and knows the truth about it. */
@NullMarked
module dev.lastbyte.harness {
  requires static org.jspecify;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.snakeyaml.engine;

  exports dev.lastbyte.harness;
  exports dev.lastbyte.harness.file;
  exports dev.lastbyte.harness.scenario;
  exports dev.lastbyte.harness.script;
  exports dev.lastbyte.harness.server;
  exports dev.lastbyte.harness.told;
}

// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.junit;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a test once for each fault that {@link LlmFaultTest} names. */
final class LlmFaultTestProvider implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getElement(), LlmFaultTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    LlmFaultTest annotation =
        AnnotationSupport.findAnnotation(context.getElement(), LlmFaultTest.class).orElseThrow();
    return Stream.of(annotation.value())
        .flatMap(name -> faults(Scenarios.named(name), annotation).stream())
        .map(Invocation::new);
  }

  private static List<Fault> faults(Scenario scenario, LlmFaultTest annotation) {
    Framing[] framings =
        annotation.framings().length == 0 ? Framing.values() : annotation.framings();
    var faults = new ArrayList<Fault>();
    for (Dialect dialect : annotation.dialects()) {
      for (Framing framing : framings) {
        if (Fault.exists(scenario, dialect, framing)) {
          faults.add(new Fault(scenario, dialect, framing, annotation.gated()));
        }
      }
    }
    if (faults.isEmpty()) {
      throw new IllegalArgumentException(
          scenario.name() + " must be met at least once, but has none of these dialects, framings");
    }
    return faults;
  }

  /** One of them. */
  private record Invocation(Fault fault) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return fault.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new LlmServerExtension(fault));
    }
  }
}

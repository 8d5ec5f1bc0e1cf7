// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.junit;

import java.io.IOException;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts a server before a test, hands it over as a parameter, and closes it. */
final class LlmServerExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(LlmServerExtension.class);

  private final Function<ExtensionContext, Fault> fault;

  /** For a test that is annotated itself; made by JUnit. */
  LlmServerExtension() {
    this.fault = LlmServerExtension::annotated;
  }

  /** For a test that is one of many. */
  LlmServerExtension(Fault fault) {
    this.fault = unused -> fault;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    store(context).put(LlmServer.class, LlmServer.start(fault.apply(context)));
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    LlmServer server = server(context);
    if (server != null) {
      context
          .getExecutionException()
          .ifPresent(failure -> failure.addSuppressed(new ServerLedgerException(server)));
      server.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == LlmServer.class || (type == URI.class && parameter.isAnnotated(BaseUrl.class));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    LlmServer server = server(context);
    if (server == null) {
      throw new ParameterResolutionException(
          "a server must be asked for by a test or by its @BeforeEach and @AfterEach");
    }
    return parameter.getParameter().getType() == URI.class ? server.baseUrl() : server;
  }

  private static Fault annotated(ExtensionContext context) {
    return Fault.of(
        AnnotationSupport.findAnnotation(context.getElement(), LlmFault.class).orElseThrow());
  }

  private static @Nullable LlmServer server(ExtensionContext context) {
    return store(context).get(LlmServer.class, LlmServer.class);
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }
}

// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import dev.lastbyte.harness.Framing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.HttpsURLConnection;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The Java clients: each as it comes, reading a response to its end as a stream. */
enum JavaClient {
  JDK {
    @Override
    void ask(Meeting meeting, int times) throws IOException, InterruptedException {
      HttpClient client =
          HttpClient.newBuilder()
              .version(
                  meeting.met().framing() == Framing.H2
                      ? HttpClient.Version.HTTP_2
                      : HttpClient.Version.HTTP_1_1)
              .sslContext(meeting.server().trustingContext())
              .build();
      try {
        for (int i = 0; i < times; i++) {
          HttpRequest.Builder request =
              HttpRequest.newBuilder(meeting.url()).POST(HttpRequest.BodyPublishers.ofString(BODY));
          readWhole(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body());
        }
      } finally {
        client.shutdownNow();
      }
    }
  },

  OKHTTP {
    @Override
    void ask(Meeting meeting, int times) throws IOException {
      OkHttpClient client =
          new OkHttpClient.Builder()
              .sslSocketFactory(
                  meeting.server().trustingContext().getSocketFactory(),
                  Trust.in(meeting.server().authorityPem()))
              .build();
      try {
        for (int i = 0; i < times; i++) {
          Request request =
              new Request.Builder()
                  .url(meeting.url().toString())
                  .post(RequestBody.create(BODY, MediaType.get("application/json")))
                  .build();
          try (Response response = client.newCall(request).execute()) {
            readWhole(response.body().byteStream());
          }
        }
      } finally {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
      }
    }
  },

  URL_CONNECTION {
    @Override
    void ask(Meeting meeting, int times) throws IOException {
      for (int i = 0; i < times; i++) {
        var connection = (HttpURLConnection) meeting.url().toURL().openConnection();
        if (connection instanceof HttpsURLConnection https) {
          https.setSSLSocketFactory(meeting.server().trustingContext().getSocketFactory());
        }
        connection.setDoOutput(true);
        connection.getOutputStream().write(BODY.getBytes(StandardCharsets.UTF_8));
        readWhole(connection.getInputStream());
        if (i == times - 1) {
          // else it would stay in a pool that all of a JVM shares
          connection.disconnect();
        }
      }
    }
  };

  private static final String BODY = "{\"model\":\"lastbyte-model-1\",\"stream\":true}";
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration MORE_PATIENCE = Duration.ofSeconds(8);
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  /** Asks so often, and reads each response to its end. */
  abstract void ask(Meeting meeting, int times) throws IOException, InterruptedException;

  /** What the client says of it. */
  Meeting.Outcome meet(ClientCase met) throws Exception {
    try (Meeting meeting = Meeting.of(met)) {
      String said = said(meeting, PATIENCE);
      if (!said.equals(Words.NO_END)) {
        return meeting.outcome(said);
      }
    }
    // a machine with much to do is silent as well, but not for so long
    try (Meeting meeting = Meeting.of(met)) {
      return meeting.outcome(said(meeting, MORE_PATIENCE));
    }
  }

  private String said(Meeting meeting, Duration atMost) throws InterruptedException {
    int times = meeting.met().isAskedTwice() ? 2 : 1;
    Future<?> asking =
        THREADS.submit(() -> {
          ask(meeting, times);
          return null;
        });
    try {
      asking.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return Words.NO_ERROR;
    } catch (ExecutionException e) {
      return Words.of(e.getCause());
    } catch (TimeoutException e) {
      asking.cancel(true);
      return Words.NO_END;
    }
  }

  private static void readWhole(InputStream body) throws IOException {
    try (body) {
      body.transferTo(OutputStream.nullOutputStream());
    }
  }
}

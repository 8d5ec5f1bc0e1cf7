// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static dev.lastbyte.core.diagnosis.KnownTimer.Clock.CONNECTION;
import static dev.lastbyte.core.diagnosis.KnownTimer.Clock.CONTENT;
import static dev.lastbyte.core.diagnosis.KnownTimer.Clock.IDLE;
import static dev.lastbyte.core.diagnosis.KnownTimer.Clock.TOTAL;
import static dev.lastbyte.core.diagnosis.KnownTimer.Stretch.BODY;
import static dev.lastbyte.core.diagnosis.KnownTimer.Stretch.DIAL;
import static dev.lastbyte.core.diagnosis.KnownTimer.Stretch.HEAD;
import static dev.lastbyte.core.diagnosis.KnownTimer.Stretch.KEPT;
import static dev.lastbyte.core.diagnosis.KnownTimer.Stretch.SEND;

import dev.lastbyte.core.event.Coded;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * Timers in the field that end exchanges, by their default value, shortest first: an exchange that
 * ends at exactly such a number was probably ended by one. Data: what a match means is the matter
 * of {@link TimerMatches}.
 *
 * <p>Sources: the documentation of the product named, as of 2026-12; {@link #source()} says where.
 */
public enum KnownTimer {
  NODE_ADDRESS(
      0.25,
      TOTAL,
      "Node's wait for one address of a name (autoSelectFamilyAttemptTimeout)",
      "nodejs.org/api/net.html#netgetdefaultautoselectfamilyattempttimeout",
      DIAL),
  NODE_KEEP_ALIVE(
      5,
      IDLE,
      "the keep-alive of a Node server",
      "nodejs.org/api/http.html#serverkeepalivetimeout",
      KEPT),
  UVICORN_KEEP_ALIVE(5, IDLE, "uvicorn's keep-alive", "uvicorn.dev/settings/#timeouts", KEPT),
  HTTPX(
      5,
      IDLE,
      "httpx's default for connecting, reading and writing",
      "python-httpx.org/advanced/timeouts",
      DIAL,
      HEAD,
      BODY),
  UNDICI_CONNECT(
      10, TOTAL, "undici's connect timeout", "undici.nodejs.org/#/docs/api/Client", DIAL),
  OKHTTP(
      10,
      IDLE,
      "OkHttp's default for connecting and reading",
      "square.github.io/okhttp/5.x/okhttp/okhttp3/-ok-http-client/-builder",
      DIAL,
      HEAD,
      BODY),
  BUN_SERVE(
      10, IDLE, "the idleTimeout of Bun.serve", "bun.sh/docs/api/http#idletimeout", HEAD, BODY),
  ENVOY_ROUTE(
      15,
      TOTAL,
      "Envoy's route timeout",
      "envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts",
      HEAD,
      BODY),
  CLOUDFLARE_CONNECT(
      19,
      TOTAL,
      "Cloudflare's wait for a connection to the origin",
      "developers.cloudflare.com/fundamentals/reference/connection-limits",
      HEAD),
  API_GATEWAY_REST(
      29,
      TOTAL,
      "the integration timeout of an AWS API Gateway (REST)",
      "docs.aws.amazon.com/apigateway/latest/developerguide/limits.html",
      HEAD),
  API_GATEWAY_HTTP(
      30,
      TOTAL,
      "the integration timeout of an AWS API Gateway (HTTP)",
      "docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html",
      HEAD),
  GO_DIAL(
      30,
      TOTAL,
      "the dial timeout of Go's default transport",
      "pkg.go.dev/net/http#pkg-variables",
      DIAL),
  HEROKU_FIRST_BYTE(
      30,
      IDLE,
      "Heroku's wait for the first byte",
      "devcenter.heroku.com/articles/request-timeout",
      HEAD),
  FRONT_DOOR(
      30,
      IDLE,
      "the origin response timeout of Azure Front Door",
      "learn.microsoft.com/azure/frontdoor/troubleshoot-issues",
      HEAD,
      BODY),
  CLOUDFRONT_READ(
      30,
      IDLE,
      "Amazon CloudFront's wait for the origin",
      "docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html",
      HEAD,
      BODY),
  GCP_BACKEND(
      30,
      TOTAL,
      "Google Cloud's backend service timeout",
      "cloud.google.com/load-balancing/docs/https#timeouts_and_retries",
      HEAD,
      BODY),
  GUNICORN(
      30,
      TOTAL,
      "the worker timeout of Gunicorn",
      "docs.gunicorn.org/en/stable/settings.html#timeout",
      HEAD,
      BODY),
  HAPROXY_SERVER(
      50,
      IDLE,
      "HAProxy's timeout server, as Debian ships it",
      "docs.haproxy.org/3.2/configuration.html#timeout%20server",
      HEAD,
      BODY),
  HEROKU_SILENCE(
      55,
      IDLE,
      "Heroku's window for each further byte",
      "devcenter.heroku.com/articles/request-timeout#long-polling-and-streaming-responses",
      SEND,
      BODY),
  NODE_HEADERS(
      60,
      TOTAL,
      "a Node server's wait for a request's headers",
      "nodejs.org/api/http.html#serverheaderstimeout",
      SEND),
  TRAEFIK_READ(
      60,
      TOTAL,
      "Traefik's wait for the whole request (readTimeout)",
      "doc.traefik.io/traefik/reference/install-configuration/entrypoints",
      SEND),
  NGINX_READ(
      60,
      IDLE,
      "nginx's proxy_read_timeout, proxy_send_timeout and client_body_timeout",
      "nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_read_timeout",
      SEND,
      HEAD,
      BODY),
  AWS_ALB(
      60,
      IDLE,
      "the idle timeout of an AWS Application Load Balancer",
      "docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes"
          + ".html",
      SEND,
      HEAD,
      BODY,
      KEPT),
  KONG(
      60,
      IDLE,
      "Kong's read_timeout and write_timeout",
      "developer.konghq.com/gateway/entities/service",
      SEND,
      HEAD,
      BODY),
  HAPROXY_RHEL(
      60,
      IDLE,
      "HAProxy's timeout server of a minute, as its own examples have it",
      "docs.haproxy.org/3.2/configuration.html#timeout%20server",
      HEAD,
      BODY),
  FLY_PROXY(
      60,
      IDLE,
      "the idle timeout of Fly's proxy",
      "fly.io/docs/reference/configuration/#http_service-http_options",
      HEAD,
      BODY),
  URL_SESSION(
      60,
      IDLE,
      "the timeoutIntervalForRequest of URLSession",
      "developer.apple.com/documentation/foundation/urlsessionconfiguration/"
          + "timeoutintervalforrequest",
      DIAL,
      SEND,
      HEAD,
      BODY),
  NGINX_KEEP_ALIVE(
      75,
      IDLE,
      "nginx's keepalive_timeout",
      "nginx.org/en/docs/http/ngx_http_core_module.html#keepalive_timeout",
      KEPT),
  CLOUDFLARE_READ_2025(
      100,
      IDLE,
      "Cloudflare's wait for the origin (until 2025)",
      "developers.cloudflare.com/support/troubleshooting/http-status-codes"
          + "/cloudflare-5xx-errors/error-524",
      HEAD,
      BODY),
  DOTNET(
      100,
      TOTAL,
      "the timeout of .NET's HttpClient",
      "learn.microsoft.com/dotnet/api/system.net.http.httpclient.timeout",
      DIAL,
      HEAD,
      BODY),
  CLOUDFLARE_READ(
      120,
      IDLE,
      "Cloudflare's wait for the origin",
      "developers.cloudflare.com/fundamentals/reference/connection-limits",
      HEAD,
      BODY),
  CLIENT_WATCHDOG(
      120,
      IDLE,
      "an idle watchdog of some agents, such as OpenCode's",
      "github.com/anomalyco/opencode",
      HEAD,
      BODY),
  LINUX_SYN(
      127,
      TOTAL,
      "Linux after its last SYN (tcp_syn_retries)",
      "docs.kernel.org/networking/ip-sysctl.html",
      DIAL),
  LINUX_SYN_LINEAR(
      131,
      TOTAL,
      "Linux after its last SYN, where the first four come a second apart",
      "docs.kernel.org/networking/ip-sysctl.html",
      DIAL),
  TRAEFIK_IDLE(
      180,
      IDLE,
      "Traefik's keep-alive (idleTimeout)",
      "doc.traefik.io/traefik/reference/install-configuration/entrypoints",
      KEPT),
  AZURE_APP_SERVICE(
      230,
      IDLE,
      "the load balancer of Azure App Service and Functions",
      "learn.microsoft.com/azure/azure-functions/functions-scale#timeout",
      HEAD,
      BODY),
  AZURE_LOAD_BALANCER(
      240,
      IDLE,
      "the idle timeout of an Azure load balancer",
      "learn.microsoft.com/azure/load-balancer/load-balancer-tcp-idle-timeout",
      SEND,
      HEAD,
      BODY,
      KEPT),
  UNDICI_HEADERS(
      300, IDLE, "undici's headers timeout", "undici.nodejs.org/#/docs/api/Client", HEAD),
  UNDICI_BODY(300, IDLE, "undici's body timeout", "undici.nodejs.org/#/docs/api/Client", BODY),
  BUN_FETCH(
      300,
      IDLE,
      "the idle timeout of Bun's fetch",
      "bun.sh/reference/globals/BunFetchRequestInit/timeout",
      SEND,
      HEAD,
      BODY),
  ENVOY_STREAM_IDLE(
      300,
      IDLE,
      "Envoy's stream idle timeout",
      "envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts",
      SEND,
      HEAD,
      BODY),
  CODEX_STREAM(
      300,
      CONTENT,
      "Codex's wait for the next event of the stream (stream_idle_timeout_ms)",
      "developers.openai.com/codex/config-reference",
      HEAD,
      BODY),
  NODE_REQUEST(
      300,
      TOTAL,
      "a Node server's wait for the whole request",
      "nodejs.org/api/http.html#serverrequesttimeout",
      SEND),
  CLOUD_RUN(
      300,
      TOTAL,
      "Google Cloud Run's request timeout",
      "cloud.google.com/run/docs/configuring/request-timeout",
      SEND,
      HEAD,
      BODY),
  VERCEL(
      300,
      TOTAL,
      "the default duration of a Vercel function",
      "vercel.com/docs/functions/configuring-functions/duration",
      HEAD,
      BODY),
  AIOHTTP(
      300,
      TOTAL,
      "aiohttp's total timeout",
      "docs.aiohttp.org/en/stable/client_quickstart.html#timeouts",
      DIAL,
      SEND,
      HEAD,
      BODY),
  AWS_NLB(
      350,
      IDLE,
      "the idle timeout of an AWS Network Load Balancer or NAT gateway",
      "docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html",
      SEND,
      HEAD,
      BODY,
      KEPT),
  CLOUDFLARE_KEEP_ALIVE(
      400,
      IDLE,
      "Cloudflare's keep-alive towards its clients",
      "developers.cloudflare.com/fundamentals/reference/connection-limits",
      KEPT),
  SDK_REQUEST(
      600,
      TOTAL,
      "the request timeout of the OpenAI and Anthropic SDKs, and of LiteLLM's calls",
      "github.com/openai/openai-python#timeouts",
      SEND,
      HEAD,
      BODY),
  GCP_KEEP_ALIVE(
      610,
      IDLE,
      "the keep-alive of Google Cloud's load balancers",
      "cloud.google.com/load-balancing/docs/https#timeout-keepalive-client",
      KEPT),
  VERCEL_LONGEST(
      800,
      TOTAL,
      "the longest duration of a Vercel function",
      "vercel.com/docs/functions/configuring-functions/duration",
      HEAD,
      BODY),
  LAMBDA(
      900,
      TOTAL,
      "the longest run of an AWS Lambda function",
      "docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html",
      HEAD,
      BODY),
  CLOUD_RUN_LONGEST(
      3_600,
      TOTAL,
      "the longest request of Google Cloud Run",
      "cloud.google.com/run/docs/configuring/request-timeout",
      HEAD,
      BODY),
  RESPONSES_WEB_SOCKET(
      3_600,
      CONNECTION,
      "the longest life of a Responses WebSocket",
      "developers.openai.com/docs/guides/websocket-mode",
      HEAD,
      BODY),
  ALB_CLIENT_KEEP_ALIVE(
      3_600,
      CONNECTION,
      "the longest life of a client's connection to an AWS Application Load Balancer",
      "docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes"
          + ".html",
      HEAD,
      BODY),
  LITELLM(
      6_000,
      TOTAL,
      "LiteLLM's request_timeout",
      "docs.litellm.ai/docs/proxy/config_settings",
      SEND,
      HEAD,
      BODY);

  /** What a timer measures. */
  public enum Clock implements Coded {
    /** The silence in bytes, whichever way they go. */
    IDLE,
    /** The silence in content: heartbeats do not wind it up again. */
    CONTENT,
    /** The age of the request. */
    TOTAL,
    /** The age of the connection. */
    CONNECTION
  }

  /** A part of an exchange in which a timer runs. */
  public enum Stretch implements Coded {
    /** While the connection is being opened. */
    DIAL(1),
    /** While the request is being sent. */
    SEND(2),
    /** From the request's end to the response's head. */
    HEAD(4),
    /** Within the response. */
    BODY(8),
    /** While a kept connection waits for its next request. */
    KEPT(16);

    private final int bit;

    Stretch(int bit) {
      this.bit = bit;
    }
  }

  private final Duration value;
  private final Clock clock;
  private final String owner;
  private final String source;
  private final int stretches; // A bit for each, since an enum holds nothing that can change.

  KnownTimer(
      double seconds, Clock clock, String owner, String source, Stretch first, Stretch... others) {
    this.value = Duration.ofMillis(Math.round(seconds * 1_000));
    this.clock = clock;
    this.owner = owner;
    this.source = "https://" + source;
    this.stretches = EnumSet.of(first, others).stream().mapToInt(stretch -> stretch.bit).sum();
  }

  /** Its value. */
  public Duration value() {
    return value;
  }

  /** What it measures. */
  public Clock clock() {
    return clock;
  }

  /** Whose timer it is, as a noun phrase. */
  public String owner() {
    return owner;
  }

  /** Where its value is documented, as a URL. */
  public String source() {
    return source;
  }

  /** When it runs, in the order of an exchange. */
  public List<Stretch> stretches() {
    return Arrays.stream(Stretch.values()).filter(this::runsIn).toList();
  }

  public boolean runsIn(Stretch stretch) {
    return (stretches & stretch.bit) != 0;
  }
}

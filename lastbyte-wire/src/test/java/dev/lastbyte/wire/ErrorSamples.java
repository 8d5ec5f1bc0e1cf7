// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ProviderFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Errors in the shapes of the real services, each with what must be read from it. Names, ids and
 * numbers are made up; whatever a person could have written is a canary.
 *
 * <p>Longer than most files here: it is a table.
 */
final class ErrorSamples {

  private ErrorSamples() {}

  /**
   * An answer and its key.
   *
   * @param pause what it asks for in all, or zero
   * @param cause what its diagnosis says
   */
  record Sample(
      String name,
      Dialect dialect,
      byte[] bytes,
      ProviderFailure failure,
      @Nullable String code,
      Duration pause,
      Cause cause,
      Origin origin) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Duration NONE = Duration.ZERO;

  static Map<String, Sample> all() {
    return Stream.of(
            openAi(), anthropic(), google(), aws(), routers(), local(), between(), streams())
        .flatMap(List::stream)
        .collect(Collectors.toMap(Sample::name, Function.identity()));
  }

  static List<Sample> openAi() {
    var s = new Gathering(Dialect.OPENAI_RESPONSES);
    s.json(
            "openai rate limit, wish in the message",
            429,
            "{'error':{'message':'Rate limit reached for gpt-x in organization org-CANARY on tokens"
                + " per min (TPM): Limit 10000, Used 9000, Requested 2000. Please try again in"
                + " 1m30.5s. Visit"
                + " CANARY','type':'tokens','param':null,'code':'rate_limit_exceeded'}}")
        .is(
            ProviderFailure.RATE_LIMITED,
            "rate_limit_exceeded",
            Duration.ofMillis(90_500),
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    s.json(
            "openai quota",
            429,
            "{'error':{'message':'You exceeded your current quota, please check your plan and"
                + " billing details. Please try again in"
                + " 5s','type':'insufficient_quota','param':null,'code':'insufficient_quota'}}")
        .is(
            ProviderFailure.QUOTA,
            "insufficient_quota",
            Duration.ofSeconds(5),
            Cause.PROVIDER_QUOTA,
            Origin.ACCOUNT);
    s.json(
            "codex plan window",
            429,
            "{'error':{'type':'usage_limit_reached','message':'The usage limit has been reached',"
                + "'plan_type':'plus','resets_in_seconds':13872}}")
        .is(
            ProviderFailure.PLAN_WINDOW,
            "usage_limit_reached",
            Duration.ofSeconds(13_872),
            Cause.PROVIDER_PLAN_WINDOW,
            Origin.ACCOUNT);
    s.json(
            "codex plan window, reset as a date",
            429,
            "{'error':{'type':'usage_limit_reached','resets_at':1445412490}}")
        .is(
            ProviderFailure.PLAN_WINDOW,
            "usage_limit_reached",
            Duration.ofSeconds(10),
            Cause.PROVIDER_PLAN_WINDOW,
            Origin.ACCOUNT);
    s.json(
            "openai context, by code",
            400,
            "{'error':{'message':'CANARY','type':'invalid_request_error','param':'input',"
                + "'code':'context_length_exceeded'}}")
        .is(
            ProviderFailure.CONTEXT_OVERFLOW,
            "context_length_exceeded",
            NONE,
            Cause.PROVIDER_CONTEXT_OVERFLOW,
            Origin.PROVIDER);
    s.json(
            "openai lost response",
            400,
            "{'error':{'message':'Previous response with id CANARY not found.',"
                + "'type':'invalid_request_error','code':'previous_response_not_found'}}")
        .is(
            ProviderFailure.STATE_LOST,
            "previous_response_not_found",
            NONE,
            Cause.PROVIDER_STATE_LOST,
            Origin.PROVIDER);
    s.json(
            "openai stream no longer kept",
            400,
            "{'error':{'message':'This response can no longer be streamed because it is more than 5"
                + " minutes old','type':'invalid_request_error','code':null}}")
        .is(
            ProviderFailure.STATE_LOST,
            "invalid_request_error",
            NONE,
            Cause.PROVIDER_STATE_LOST,
            Origin.PROVIDER);
    s.json(
            "openai key",
            401,
            "{'error':{'message':'Incorrect API key provided: sk-CANARY','type':"
                + "'invalid_request_error','code':'invalid_api_key'}}")
        .is(ProviderFailure.AUTH, "invalid_api_key", NONE, Cause.PROVIDER_AUTH, Origin.ACCOUNT);
    s.json(
            "openai model",
            404,
            "{'error':{'message':'The model CANARY does not exist','type':'invalid_request_error',"
                + "'code':'model_not_found'}}")
        .is(
            ProviderFailure.NOT_FOUND,
            "model_not_found",
            NONE,
            Cause.PROVIDER_NOT_FOUND,
            Origin.PROVIDER);
    s.json(
            "openai invalid, try again is talk",
            400,
            "{'error':{'message':'CANARY, please try again in 9s','type':'invalid_request_error',"
                + "'code':'invalid_value'}}")
        .is(
            ProviderFailure.INVALID_REQUEST,
            "invalid_value",
            NONE,
            Cause.PROVIDER_INVALID_REQUEST,
            Origin.PROVIDER);
    s.json(
            "openai slow down",
            503,
            "{'error':{'message':'CANARY','type':'service_unavailable_error','code':'slow_down'}}")
        .is(
            ProviderFailure.OVERLOADED,
            "slow_down",
            NONE,
            Cause.PROVIDER_OVERLOADED,
            Origin.PROVIDER);
    s.json(
            "azure prompt filter",
            400,
            "{'error':{'message':'CANARY','type':null,'param':'prompt','code':'content_filter',"
                + "'status':400,'innererror':{'code':'ResponsibleAIPolicyViolation',"
                + "'content_filter_result':{'hate':{'filtered':true}}}}}")
        .is(
            ProviderFailure.CONTENT_FILTER,
            "content_filter",
            NONE,
            Cause.POLICY_CONTENT_FILTER,
            Origin.POLICY);
    s.json(
            "azure rate limit",
            429,
            "{'error':{'code':'429','message':'Requests have exceeded call rate limit. Please retry"
                + " after 26 seconds.'}}",
            "Retry-After: 6")
        .is(
            ProviderFailure.RATE_LIMITED,
            "429",
            Duration.ofSeconds(26),
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    s.json("azure deployment", 404, "{'error':{'code':'DeploymentNotFound','message':'CANARY'}}")
        .is(
            ProviderFailure.NOT_FOUND,
            "DeploymentNotFound",
            NONE,
            Cause.PROVIDER_NOT_FOUND,
            Origin.PROVIDER);
    s.json(
            "deepseek balance",
            402,
            "{'error':{'message':'Insufficient Balance','type':'unknown_error','param':null,"
                + "'code':'invalid_request_error'}}")
        .is(
            ProviderFailure.BILLING,
            "invalid_request_error",
            NONE,
            Cause.PROVIDER_BILLING,
            Origin.ACCOUNT);
    s.json(
            "openai limit, reset in the headers",
            429,
            "{'error':{'message':'CANARY','type':'requests','code':'rate_limit_exceeded'}}",
            "x-ratelimit-remaining-requests: 0",
            "x-ratelimit-reset-requests: 6m0s",
            "x-ratelimit-remaining-tokens: 120",
            "x-ratelimit-reset-tokens: 12h")
        .is(
            ProviderFailure.RATE_LIMITED,
            "rate_limit_exceeded",
            Duration.ofMinutes(6),
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    return s.samples;
  }

  static List<Sample> anthropic() {
    var s = new Gathering(Dialect.ANTHROPIC_MESSAGES);
    s.json("anthropic overloaded", 529, anthropicError("overloaded_error", "Overloaded"))
        .is(
            ProviderFailure.OVERLOADED,
            "overloaded_error",
            NONE,
            Cause.PROVIDER_OVERLOADED,
            Origin.PROVIDER);
    s.json(
            "anthropic rate limit",
            429,
            anthropicError("rate_limit_error", "CANARY"),
            "anthropic-ratelimit-requests-remaining: 0",
            "anthropic-ratelimit-requests-reset: 2015-10-21T07:28:09Z",
            "anthropic-ratelimit-tokens-remaining: 100",
            "anthropic-ratelimit-tokens-reset: 2015-10-21T07:59:00Z")
        .is(
            ProviderFailure.RATE_LIMITED,
            "rate_limit_error",
            Duration.ofSeconds(9),
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    s.json(
            "anthropic plan window",
            429,
            anthropicError("rate_limit_error", "CANARY"),
            "anthropic-ratelimit-unified-status: rejected",
            "anthropic-ratelimit-unified-reset: 1445416080",
            "x-should-retry: false")
        .is(
            ProviderFailure.PLAN_WINDOW,
            "rate_limit_error",
            Duration.ofHours(1),
            Cause.PROVIDER_PLAN_WINDOW,
            Origin.ACCOUNT);
    s.json(
            "anthropic spend limit",
            429,
            "{'type':'error','error':{'type':'rate_limit_error','message':'CANARY',"
                + "'details':{'error_code':'enforced_spend_limit_reached'}}}")
        .is(ProviderFailure.QUOTA, "rate_limit_error", NONE, Cause.PROVIDER_QUOTA, Origin.ACCOUNT);
    s.json(
            "anthropic context",
            400,
            anthropicError(
                "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum"))
        .is(
            ProviderFailure.CONTEXT_OVERFLOW,
            "invalid_request_error",
            NONE,
            Cause.PROVIDER_CONTEXT_OVERFLOW,
            Origin.PROVIDER);
    s.json(
            "anthropic balance",
            400,
            anthropicError(
                "invalid_request_error",
                "Your credit balance is too low to access the Anthropic API. CANARY"))
        .is(
            ProviderFailure.BILLING,
            "invalid_request_error",
            NONE,
            Cause.PROVIDER_BILLING,
            Origin.ACCOUNT);
    s.json(
            "anthropic output filter",
            400,
            anthropicError("invalid_request_error", "Output blocked by content filtering policy"))
        .is(
            ProviderFailure.CONTENT_FILTER,
            "invalid_request_error",
            NONE,
            Cause.POLICY_CONTENT_FILTER,
            Origin.POLICY);
    s.json("anthropic too large", 413, anthropicError("request_too_large", "CANARY"))
        .is(
            ProviderFailure.TOO_LARGE,
            "request_too_large",
            NONE,
            Cause.PROVIDER_TOO_LARGE,
            Origin.PROVIDER);
    s.json("anthropic key", 401, anthropicError("authentication_error", "CANARY"))
        .is(
            ProviderFailure.AUTH,
            "authentication_error",
            NONE,
            Cause.PROVIDER_AUTH,
            Origin.ACCOUNT);
    s.json("anthropic model", 404, anthropicError("not_found_error", "model: CANARY"))
        .is(
            ProviderFailure.NOT_FOUND,
            "not_found_error",
            NONE,
            Cause.PROVIDER_NOT_FOUND,
            Origin.PROVIDER);
    return s.samples;
  }

  private static String anthropicError(String type, String message) {
    return "{'type':'error','error':{'type':'"
        + type
        + "','message':'"
        + message
        + "'},'request_id':'req_body'}";
  }

  static List<Sample> google() {
    var s = new Gathering(Dialect.UNKNOWN);
    s.json(
            "gemini minute limit",
            429,
            "{'error':{'code':429,'message':'You exceeded your current quota, CANARY. Please retry"
                + " in 43.2s.','status':'RESOURCE_EXHAUSTED','details':[{'@type':"
                + "'type.googleapis.com/google.rpc.QuotaFailure','violations':[{'quotaId':"
                + "'GenerateRequestsPerMinutePerProjectPerModel-FreeTier'}]},{'@type':"
                + "'type.googleapis.com/google.rpc.RetryInfo','retryDelay':'43s'}]}}")
        .is(
            ProviderFailure.RATE_LIMITED,
            "RESOURCE_EXHAUSTED",
            Duration.ofMillis(43_200),
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    s.json(
            "gemini day limit, as an array",
            429,
            "[{'error':{'code':429,'message':'CANARY','status':'RESOURCE_EXHAUSTED','details':[{"
                + "'violations':[{'quotaId':'GenerateRequestsPerDayPerProjectPerModel-FreeTier'},"
                + "{'quotaId':'GenerateRequestsPerMinutePerProjectPerModel-FreeTier'}]},"
                + "{'retryDelay':'18.5s'}]}}]")
        .is(
            ProviderFailure.QUOTA,
            "RESOURCE_EXHAUSTED",
            Duration.ofMillis(18_500),
            Cause.PROVIDER_QUOTA,
            Origin.ACCOUNT);
    s.json(
            "gemini prepaid",
            402,
            "{'error':{'code':402,'message':'CANARY','status':'RESOURCE_EXHAUSTED'}}")
        .is(
            ProviderFailure.BILLING,
            "RESOURCE_EXHAUSTED",
            NONE,
            Cause.PROVIDER_BILLING,
            Origin.ACCOUNT);
    s.json(
            "gemini key",
            400,
            "{'error':{'code':400,'message':'API key not valid."
                + " CANARY','status':'INVALID_ARGUMENT',"
                + "'details':[{'@type':'x','reason':'API_KEY_INVALID','domain':'googleapis.com'}]}}")
        .is(ProviderFailure.AUTH, "INVALID_ARGUMENT", NONE, Cause.PROVIDER_AUTH, Origin.ACCOUNT);
    s.json(
            "gemini context",
            400,
            "{'error':{'code':400,'message':'The input token count (1048577) exceeds the maximum"
                + " number of tokens allowed (1048576).','status':'INVALID_ARGUMENT'}}")
        .is(
            ProviderFailure.CONTEXT_OVERFLOW,
            "INVALID_ARGUMENT",
            NONE,
            Cause.PROVIDER_CONTEXT_OVERFLOW,
            Origin.PROVIDER);
    s.json(
            "gemini overloaded",
            503,
            "{'error':{'code':503,'message':'The model is overloaded."
                + " CANARY','status':'UNAVAILABLE'}}")
        .is(
            ProviderFailure.OVERLOADED,
            "UNAVAILABLE",
            NONE,
            Cause.PROVIDER_OVERLOADED,
            Origin.PROVIDER);
    s.json(
            "gemini model",
            404,
            "{'error':{'code':404,'message':'models/CANARY is not found','status':'NOT_FOUND'}}")
        .is(
            ProviderFailure.NOT_FOUND,
            "NOT_FOUND",
            NONE,
            Cause.PROVIDER_NOT_FOUND,
            Origin.PROVIDER);
    s.json(
            "gemini deadline",
            504,
            "{'error':{'code':504,'message':'CANARY','status':'DEADLINE_EXCEEDED'}}")
        .is(
            ProviderFailure.GATEWAY_TIMEOUT,
            "DEADLINE_EXCEEDED",
            NONE,
            Cause.PROVIDER_GATEWAY_TIMEOUT,
            Origin.PROVIDER);
    return s.samples;
  }

  static List<Sample> aws() {
    var s = new Gathering(Dialect.UNKNOWN);
    s.json(
            "bedrock throttling",
            429,
            "{'message':'Too many requests, CANARY'}",
            "x-amzn-ErrorType: ThrottlingException:http://internal.amazon.com/coral/")
        .is(
            ProviderFailure.RATE_LIMITED,
            "ThrottlingException",
            NONE,
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    s.json(
            "bedrock throttling with 400",
            400,
            "{'__type':'com.amazon.coral.availability#ThrottlingException','message':'CANARY'}")
        .is(
            ProviderFailure.RATE_LIMITED,
            "ThrottlingException",
            NONE,
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    s.json(
            "bedrock day limit",
            429,
            "{'message':'Too many tokens per day, please wait'}",
            "x-amzn-errortype: ThrottlingException")
        .is(
            ProviderFailure.QUOTA,
            "ThrottlingException",
            NONE,
            Cause.PROVIDER_QUOTA,
            Origin.ACCOUNT);
    s.json(
            "bedrock model not ready",
            429,
            "{'message':'CANARY'}",
            "x-amzn-errortype: ModelNotReadyException")
        .is(
            ProviderFailure.OVERLOADED,
            "ModelNotReadyException",
            NONE,
            Cause.PROVIDER_OVERLOADED,
            Origin.PROVIDER);
    s.json(
            "bedrock model error",
            424,
            "{'message':'CANARY'}",
            "x-amzn-errortype: ModelErrorException")
        .is(
            ProviderFailure.SERVER_ERROR,
            "ModelErrorException",
            NONE,
            Cause.PROVIDER_SERVER_ERROR,
            Origin.PROVIDER);
    s.json(
            "bedrock context",
            400,
            "{'message':'Input is too long for requested model.'}",
            "x-amzn-errortype: ValidationException")
        .is(
            ProviderFailure.CONTEXT_OVERFLOW,
            "ValidationException",
            NONE,
            Cause.PROVIDER_CONTEXT_OVERFLOW,
            Origin.PROVIDER);
    s.json("bedrock access", 403, "{'message':'CANARY'}", "x-amzn-errortype: AccessDeniedException")
        .is(
            ProviderFailure.FORBIDDEN,
            "AccessDeniedException",
            NONE,
            Cause.PROVIDER_FORBIDDEN,
            Origin.ACCOUNT);
    return s.samples;
  }

  static List<Sample> routers() {
    var s = new Gathering(Dialect.OPENAI_CHAT);
    s.json(
            "openrouter credits",
            402,
            "{'error':{'message':'This request requires more credits. CANARY','code':402,"
                + "'metadata':{'provider_name':null}}}")
        .is(ProviderFailure.BILLING, "402", NONE, Cause.PROVIDER_BILLING, Origin.ACCOUNT);
    s.json(
            "openrouter day limit",
            429,
            "{'error':{'message':'Rate limit exceeded: free-models-per-day. CANARY','code':429,"
                + "'metadata':{'headers':{'X-RateLimit-Limit':'50','X-RateLimit-Remaining':'0',"
                + "'X-RateLimit-Reset':'1445412540000'}}}}")
        .is(
            ProviderFailure.QUOTA,
            "429",
            Duration.ofMinutes(1),
            Cause.PROVIDER_QUOTA,
            Origin.ACCOUNT);
    s.json(
            "openrouter moderation",
            403,
            "{'error':{'code':403,'message':'CANARY','metadata':{'reasons':['violence'],"
                + "'flagged_input':'CANARY'}}}")
        .is(
            ProviderFailure.CONTENT_FILTER,
            "403",
            NONE,
            Cause.POLICY_CONTENT_FILTER,
            Origin.POLICY);
    s.json("openrouter upstream", 502, "{'error':{'code':502,'message':'Provider returned error'}}")
        .is(ProviderFailure.BAD_GATEWAY, "502", NONE, Cause.PROVIDER_BAD_GATEWAY, Origin.PROVIDER);
    s.json(
            "litellm budget",
            400,
            "{'error':{'message':'Budget has been exceeded! CANARY','type':'budget_exceeded',"
                + "'param':null,'code':'400'}}")
        .is(ProviderFailure.QUOTA, "400", NONE, Cause.PROVIDER_QUOTA, Origin.ACCOUNT);
    s.json(
            "litellm context",
            400,
            "{'error':{'message':'litellm.ContextWindowExceededError: CANARY','type':null,"
                + "'param':null,'code':'400'}}")
        .is(
            ProviderFailure.CONTEXT_OVERFLOW,
            "400",
            NONE,
            Cause.PROVIDER_CONTEXT_OVERFLOW,
            Origin.PROVIDER);
    s.json(
            "litellm cooldown",
            429,
            "{'error':{'message':'No deployments available for selected model, Try again in 60"
                + " seconds. CANARY','type':'None','param':'None','code':'429'}}")
        .is(
            ProviderFailure.RATE_LIMITED,
            "429",
            Duration.ofSeconds(60),
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    return s.samples;
  }

  static List<Sample> local() {
    var s = new Gathering(Dialect.OPENAI_CHAT);
    s.json(
            "vllm context",
            400,
            "{'object':'error','message':'This model is CANARY and its maximum context length is"
                + " 8192 tokens.','type':'BadRequestError','param':null,'code':400}")
        .is(
            ProviderFailure.CONTEXT_OVERFLOW,
            "400",
            NONE,
            Cause.PROVIDER_CONTEXT_OVERFLOW,
            Origin.PROVIDER);
    s.json(
            "vllm model",
            404,
            "{'error':{'message':'CANARY','type':'NotFoundError','param':null,'code':404}}")
        .is(ProviderFailure.NOT_FOUND, "404", NONE, Cause.PROVIDER_NOT_FOUND, Origin.PROVIDER);
    s.json(
            "llama.cpp context",
            400,
            "{'error':{'code':400,'message':'CANARY','type':'exceed_context_size_error',"
                + "'n_prompt_tokens':14429,'n_ctx':8192}}")
        .is(
            ProviderFailure.CONTEXT_OVERFLOW,
            "400",
            NONE,
            Cause.PROVIDER_CONTEXT_OVERFLOW,
            Origin.PROVIDER);
    s.json(
            "llama.cpp context with 500",
            500,
            "{'error':{'code':500,'message':'Context size has been"
                + " exceeded.','type':'server_error'}}")
        .is(
            ProviderFailure.CONTEXT_OVERFLOW,
            "500",
            NONE,
            Cause.PROVIDER_CONTEXT_OVERFLOW,
            Origin.PROVIDER);
    s.json(
            "llama.cpp loading",
            503,
            "{'error':{'code':503,'message':'Loading model','type':'unavailable_error'}}")
        .is(ProviderFailure.OVERLOADED, "503", NONE, Cause.PROVIDER_OVERLOADED, Origin.PROVIDER);
    s.json("ollama model", 404, "{'error':'model CANARY not found, try pulling it first'}")
        .is(ProviderFailure.NOT_FOUND, null, NONE, Cause.PROVIDER_NOT_FOUND, Origin.PROVIDER);
    s.json(
            "ollama cloud plan",
            429,
            "{'error':'you (CANARY) have reached your weekly usage limit, upgrade for higher"
                + " limits'}")
        .is(ProviderFailure.PLAN_WINDOW, null, NONE, Cause.PROVIDER_PLAN_WINDOW, Origin.ACCOUNT);
    s.json("ollama runner", 500, "{'error':'llama runner process has terminated: CANARY'}")
        .is(ProviderFailure.SERVER_ERROR, null, NONE, Cause.PROVIDER_SERVER_ERROR, Origin.PROVIDER);
    return s.samples;
  }

  static List<Sample> between() {
    var s = new Gathering(Dialect.OPENAI_CHAT);
    s.body(
            "nginx 502",
            502,
            "text/html",
            "<html>\r\n"
                + "<head><title>502 Bad Gateway</title></head>\r\n"
                + "<body>\r\n"
                + "<center><h1>502 Bad Gateway</h1></center>\r\n"
                + "<hr><center>nginx/1.18.0 (Ubuntu)</center></body></html>")
        .is(
            ProviderFailure.BAD_GATEWAY,
            null,
            NONE,
            Cause.PROVIDER_BAD_GATEWAY,
            Origin.INTERMEDIARY);
    s.body(
            "nginx 413",
            413,
            "text/html",
            "<html><head><title>413 Request Entity Too Large</title></head><body><hr>"
                + "<center>nginx</center></body></html>")
        .is(ProviderFailure.TOO_LARGE, null, NONE, Cause.PROVIDER_TOO_LARGE, Origin.INTERMEDIARY);
    s.body(
            "cloudflare 524, bare",
            524,
            "text/plain; charset=UTF-8",
            "error code: 524",
            "server: cloudflare",
            "cf-ray: 8f-FRA")
        .is(
            ProviderFailure.GATEWAY_TIMEOUT,
            null,
            NONE,
            Cause.PROVIDER_GATEWAY_TIMEOUT,
            Origin.INTERMEDIARY);
    s.body(
            "cloudflare 520, page",
            520,
            "text/html",
            "<!DOCTYPE html><html><title>CANARY | 520: Web server is returning an unknown"
                + " error</title><body>Cloudflare</body></html>")
        .is(
            ProviderFailure.BAD_GATEWAY,
            null,
            NONE,
            Cause.PROVIDER_BAD_GATEWAY,
            Origin.INTERMEDIARY);
    s.body("cloudflare 522, no body", 522, "text/plain", "", "server: cloudflare")
        .is(
            ProviderFailure.GATEWAY_TIMEOUT,
            null,
            NONE,
            Cause.PROVIDER_GATEWAY_TIMEOUT,
            Origin.INTERMEDIARY);
    s.body(
            "cloudflare challenge",
            403,
            "text/html; charset=UTF-8",
            "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>",
            "cf-mitigated: challenge",
            "server: cloudflare")
        .is(ProviderFailure.FORBIDDEN, null, NONE, Cause.PROVIDER_FORBIDDEN, Origin.INTERMEDIARY);
    s.body(
            "alb 504",
            504,
            "text/html",
            "<html><head><title>504 Gateway Time-out</title></head><body></body></html>",
            "server: awselb/2.0")
        .is(
            ProviderFailure.GATEWAY_TIMEOUT,
            null,
            NONE,
            Cause.PROVIDER_GATEWAY_TIMEOUT,
            Origin.INTERMEDIARY);
    s.body(
            "envoy 503",
            503,
            "text/plain",
            "upstream connect error or disconnect/reset before headers. reset reason: connection"
                + " termination",
            "server: envoy")
        .is(
            ProviderFailure.BAD_GATEWAY,
            null,
            NONE,
            Cause.PROVIDER_BAD_GATEWAY,
            Origin.INTERMEDIARY);
    s.body("envoy 504", 504, "text/plain", "upstream request timeout", "server: envoy")
        .is(
            ProviderFailure.GATEWAY_TIMEOUT,
            null,
            NONE,
            Cause.PROVIDER_GATEWAY_TIMEOUT,
            Origin.INTERMEDIARY);
    s.body("somebody's 502", 502, "text/plain", "Bad Gateway")
        .is(
            ProviderFailure.BAD_GATEWAY,
            null,
            NONE,
            Cause.PROVIDER_BAD_GATEWAY,
            Origin.INTERMEDIARY);
    s.body("page that calls itself json", 502, "application/json", "<html>CANARY</html>")
        .is(
            ProviderFailure.BAD_GATEWAY,
            null,
            NONE,
            Cause.PROVIDER_BAD_GATEWAY,
            Origin.INTERMEDIARY);
    s.body(
            "provider's text behind cloudflare",
            429,
            "text/plain",
            "Rate limit exceeded. Try again in 3 s",
            "server: cloudflare",
            "cf-ray: 8f-FRA")
        .is(
            ProviderFailure.RATE_LIMITED,
            null,
            Duration.ofSeconds(3),
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    s.json(
            "provider's 502 behind cloudflare",
            502,
            "{'error':{'message':'cloudflare CANARY','type':'server_error','code':null}}",
            "server: cloudflare",
            "cf-ray: 8f-FRA")
        .is(
            ProviderFailure.BAD_GATEWAY,
            "server_error",
            NONE,
            Cause.PROVIDER_BAD_GATEWAY,
            Origin.PROVIDER);
    return s.samples;
  }

  static List<Sample> streams() {
    var all = new ArrayList<Sample>();
    var chat = new Gathering(Dialect.OPENAI_CHAT);
    chat.stream(
            "openrouter in stream",
            "data: {'id':'gen-1','error':{'code':429,'message':'CANARY. Please try again in"
                + " 350ms'},'choices':[{'index':0,'delta':{'content':''},'finish_reason':'error'}]}\n\n")
        .is(
            ProviderFailure.RATE_LIMITED,
            "429",
            Duration.ofMillis(350),
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    chat.stream(
            "vllm in stream",
            "data: {'object':'error','message':'maximum context length is 9','type':"
                + "'BadRequestError','code':400}\n\n")
        .is(
            ProviderFailure.CONTEXT_OVERFLOW,
            "400",
            NONE,
            Cause.PROVIDER_CONTEXT_OVERFLOW,
            Origin.PROVIDER);
    chat.stream(
            "litellm vertex in stream",
            "data: {'error':{'code':429,'message':'CANARY','status':'RESOURCE_EXHAUSTED'}}\n\n")
        .is(
            ProviderFailure.RATE_LIMITED,
            "RESOURCE_EXHAUSTED",
            NONE,
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    all.addAll(chat.samples);
    var responses = new Gathering(Dialect.OPENAI_RESPONSES);
    responses.stream(
            "responses failed",
            "data: {'type':'response.failed','response':{'id':'resp_1','error':{'code':"
                + "'rate_limit_exceeded','message':'Rate limit reached CANARY. Please try again in"
                + " 11.054s.'}}}\n\n")
        .is(
            ProviderFailure.RATE_LIMITED,
            "rate_limit_exceeded",
            Duration.ofMillis(11_054),
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    responses.stream(
            "responses failed, try again is talk",
            "data: {'type':'response.failed','response':{'id':'resp_1','error':{'code':"
                + "'server_error','message':'CANARY, try again in 9s'}}}\n\n")
        .is(
            ProviderFailure.SERVER_ERROR,
            "server_error",
            NONE,
            Cause.PROVIDER_SERVER_ERROR,
            Origin.PROVIDER);
    responses.stream(
            "responses context",
            "data: {'type':'error','code':null,'message':'Your input exceeds the context window of"
                + " this model. CANARY'}\n\n")
        .is(
            ProviderFailure.CONTEXT_OVERFLOW,
            null,
            NONE,
            Cause.PROVIDER_CONTEXT_OVERFLOW,
            Origin.PROVIDER);
    all.addAll(responses.samples);
    var messages = new Gathering(Dialect.ANTHROPIC_MESSAGES);
    messages.stream(
            "anthropic overloaded in stream",
            "event: error\ndata: {'type':'error','error':{'type':'overloaded_error','message':"
                + "'Overloaded, try again in 2 minutes'}}\n\n")
        .is(
            ProviderFailure.OVERLOADED,
            "overloaded_error",
            Duration.ofMinutes(2),
            Cause.PROVIDER_OVERLOADED,
            Origin.PROVIDER);
    all.addAll(messages.samples);
    all.addAll(foreignStreams());
    return all;
  }

  private static List<Sample> foreignStreams() {
    var s = new Gathering(Dialect.UNKNOWN);
    s.stream(
            "gemini in stream",
            "data: {'candidates':[{'content':{'parts':[{'text':'CANARY'}]}}]}\r\n\r\n"
                + "data: {'error':{'code':503,'message':'CANARY','status':'UNAVAILABLE'}}\r\n\r\n")
        .is(
            ProviderFailure.OVERLOADED,
            "UNAVAILABLE",
            NONE,
            Cause.PROVIDER_OVERLOADED,
            Origin.PROVIDER);
    s.body(
            "gemini array in stream",
            200,
            "application/json",
            "[{'candidates':[{'content':{'parts':[{'text':'CANARY'}]}}]}\n"
                + ",\r\n"
                + "{'error':{'code':429,'message':'CANARY','status':'RESOURCE_EXHAUSTED','details':[{'retryDelay':'7s'}]}}\n"
                + "]")
        .is(
            ProviderFailure.RATE_LIMITED,
            "RESOURCE_EXHAUSTED",
            Duration.ofSeconds(7),
            Cause.PROVIDER_RATE_LIMITED,
            Origin.PROVIDER);
    s.body(
            "ollama line",
            200,
            "application/x-ndjson",
            "{'model':'m','response':'CANARY','done':false}\n"
                + "{'error':'llama runner process no longer running: CANARY'}\n")
        .is(ProviderFailure.SERVER_ERROR, null, NONE, Cause.PROVIDER_SERVER_ERROR, Origin.PROVIDER);
    return s.samples;
  }

  /** Gathers the samples of one dialect. */
  private static final class Gathering {
    private final Dialect dialect;
    private final List<Sample> samples = new ArrayList<>();
    private String name = "";
    private byte[] bytes = {};

    Gathering(Dialect dialect) {
      this.dialect = dialect;
    }

    Gathering json(String called, int status, String body, String... headers) {
      return body(called, status, "application/json", body, headers);
    }

    Gathering stream(String called, String body) {
      return body(called, 200, "text/event-stream", body);
    }

    Gathering body(String called, int status, String type, String body, String... headers) {
      byte[] content = body.replace('\'', '"').getBytes(UTF_8);
      var head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
      head.append("Content-Type: ").append(type).append("\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
      name = called;
      bytes = (head + new String(content, UTF_8)).getBytes(UTF_8);
      return this;
    }

    void is(
        ProviderFailure failure,
        @Nullable String code,
        Duration pause,
        Cause cause,
        Origin origin) {
      samples.add(new Sample(name, dialect, bytes, failure, code, pause, cause, origin));
    }
  }
}

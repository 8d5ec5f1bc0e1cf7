// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;

/**
 * The words of services in China: Zhipu (GLM), MiniMax, Alibaba (DashScope, Qwen), Volcengine (Ark,
 * Doubao), Baidu (Qianfan), Moonshot (Kimi), iFlytek (Spark) and StepFun. Their texts come in
 * Chinese too.
 *
 * <p>Sources: {@code docs.bigmodel.cn/cn/api/api-code}; {@code
 * platform.minimax.io/docs/api-reference/errorcode}; {@code
 * help.aliyun.com/zh/model-studio/error-code}; {@code volcengine.com/docs/82379/1299023}; {@code
 * cloud.baidu.com/doc/qianfan-api/s/rmwbl43x7}; {@code platform.kimi.com/docs/api/errors} and
 * {@code kimi.com/code/docs} (error reference); {@code xfyun.cn/doc/spark} (error codes).
 */
public final class ChineseErrors {

  public static final ErrorFamily FAMILY =
      ErrorFamily.empty()
          // Zhipu numbers its errors in error.code.
          .word(ProviderFailure.AUTH, "1000", "1001", "1002", "1004", "1100", "1111", "1112")
          .word(ProviderFailure.FORBIDDEN, "1110", "1121", "1220", "1311")
          .word(ProviderFailure.BILLING, "1113", "1309")
          .word(ProviderFailure.INVALID_REQUEST, "1210", "1212", "1213", "1214", "1215", "1300")
          .word(ProviderFailure.NOT_FOUND, "1211", "1221", "1222")
          .word(ProviderFailure.SERVER_ERROR, "1120", "1200", "1230", "1234")
          .word(ProviderFailure.CONFLICT, "1231")
          .word(ProviderFailure.CONTEXT_OVERFLOW, "1261")
          .word(ProviderFailure.CONTENT_FILTER, "1301")
          .word(ProviderFailure.RATE_LIMITED, "1302", "1303", "1305", "1313")
          .word(ProviderFailure.QUOTA, "1304")
          .word(ProviderFailure.PLAN_WINDOW, "1308", "1310")
          .word(ProviderFailure.OVERLOADED, "1312")
          .code(ProviderFailure.SERVER_ERROR, BusinessCodes.MINIMAX, "1000", "1013", "1024", "1033")
          .code(ProviderFailure.GATEWAY_TIMEOUT, BusinessCodes.MINIMAX, "1001")
          .code(ProviderFailure.RATE_LIMITED, BusinessCodes.MINIMAX, "1002", "1039", "1041", "2045")
          .code(ProviderFailure.AUTH, BusinessCodes.MINIMAX, "1004", "2049")
          .code(ProviderFailure.BILLING, BusinessCodes.MINIMAX, "1008")
          .code(ProviderFailure.CONTENT_FILTER, BusinessCodes.MINIMAX, "1026", "1027", "1042")
          .code(ProviderFailure.INVALID_REQUEST, BusinessCodes.MINIMAX, "2013", "20132")
          .code(ProviderFailure.PLAN_WINDOW, BusinessCodes.MINIMAX, "2056")
          .code(ProviderFailure.FORBIDDEN, BusinessCodes.MINIMAX, "2061", "2042")
          .code(ProviderFailure.SERVER_ERROR, BusinessCodes.BAIDU, "1", "336000", "336100")
          .code(ProviderFailure.OVERLOADED, BusinessCodes.BAIDU, "2", "336103", "336104")
          .code(ProviderFailure.NOT_FOUND, BusinessCodes.BAIDU, "3", "15", "336005")
          .code(ProviderFailure.RATE_LIMITED, BusinessCodes.BAIDU, "4", "18", "336501", "336502")
          .code(ProviderFailure.FORBIDDEN, BusinessCodes.BAIDU, "6", "336004")
          .code(ProviderFailure.AUTH, BusinessCodes.BAIDU, "13", "14", "100", "110")
          .code(ProviderFailure.QUOTA, BusinessCodes.BAIDU, "17", "19")
          .code(
              ProviderFailure.INVALID_REQUEST,
              BusinessCodes.BAIDU,
              "336001",
              "336002",
              "336003",
              "336006")
          .code(ProviderFailure.CONTEXT_OVERFLOW, BusinessCodes.BAIDU, "336007")
          .code(ProviderFailure.CONTENT_FILTER, BusinessCodes.BAIDU, "336008")
          .code(ProviderFailure.INVALID_REQUEST, BusinessCodes.SPARK, "10003", "10004", "10005")
          .code(ProviderFailure.CONFLICT, BusinessCodes.SPARK, "10006")
          .code(ProviderFailure.RATE_LIMITED, BusinessCodes.SPARK, "10007", "11202", "11203")
          .code(ProviderFailure.OVERLOADED, BusinessCodes.SPARK, "10008", "10010", "10110")
          .code(
              ProviderFailure.CONTENT_FILTER,
              BusinessCodes.SPARK,
              "10013",
              "10014",
              "10019",
              "10021")
          .code(ProviderFailure.CONTEXT_OVERFLOW, BusinessCodes.SPARK, "10907")
          .code(ProviderFailure.FORBIDDEN, BusinessCodes.SPARK, "11200")
          .code(ProviderFailure.QUOTA, BusinessCodes.SPARK, "11201")
          .word(ProviderFailure.BILLING, "Arrearage", "AccountOverdueError", "PrepaidBillOverdue")
          .word(
              ProviderFailure.QUOTA,
              "AllocationQuota.FreeTierOnly",
              "SetLimitExceeded",
              "CommodityNotPurchased",
              "QUOTA_USER_DAILY_REQUEST",
              "QUOTA_USER_DAILY_FREE")
          .word(
              ProviderFailure.RATE_LIMITED,
              "Throttling.RateQuota",
              "Throttling.BurstRate",
              "Throttling.AllocationQuota",
              "RateLimitExceeded.EndpointTPMExceeded",
              "ModelAccountTpmRateLimitExceeded",
              "ModelAccountRpmRateLimitExceeded",
              "AccountRateLimitExceeded",
              "APIAccountRpmRateLimitExceeded",
              "RATE_LIMIT_TOTAL_QPS",
              "tpm_rate_limit_exceeded",
              "rpm_rate_limit_exceeded",
              "preemptible_request_rate_limit_exceeded")
          .word(
              ProviderFailure.CONTENT_FILTER,
              "DataInspectionFailed",
              "data_inspection_failed",
              "SensitiveContentDetected",
              "SensitiveContentDetected.SevereViolation",
              "SensitiveContentDetected.Violence",
              "InputTextSensitiveContentDetected",
              "OutputTextSensitiveContentDetected",
              "InputTextRiskDetection",
              "InputImageRiskDetection",
              "OutputTextRiskDetection",
              "content_security")
          .word(
              ProviderFailure.NOT_FOUND,
              "ModelNotFound",
              "InvalidEndpointOrModel.NotFound",
              "InvalidEndpoint.NotFound",
              "ModelNotOpen",
              "resource_not_found_error")
          .word(
              ProviderFailure.AUTH,
              "InvalidApiKey",
              "invalid_authentication_error",
              "incorrect_api_key_error",
              "invalid_iam_token")
          .word(
              ProviderFailure.FORBIDDEN,
              "Model.AccessDenied",
              "Workspace.AccessDenied",
              "AccessDenied.Unpurchased",
              "OperationDenied.ServiceOverdue",
              "no_parameter_permission",
              "permission_denied_error")
          .word(ProviderFailure.CONTEXT_OVERFLOW, "tokens_too_long", "characters_too_long")
          .word(
              ProviderFailure.OVERLOADED,
              "ServerOverloaded",
              "ModelUnavailable",
              "ModelServingError",
              "server_busy")
          .word(
              ProviderFailure.GATEWAY_TIMEOUT,
              "ResponseTimeout",
              "InferenceTimeout",
              "SystemTimeout")
          .phrase(ProviderFailure.BILLING, "余额不足", "欠费", "请充值", "余额已用尽", "套餐已到期", "资源包已用尽")
          .phrase(
              ProviderFailure.PLAN_WINDOW,
              "使用上限",
              "每周限额",
              "本周额度",
              "本月额度",
              "usage limit for this billing cycle",
              "reached your usage limit for this period")
          .phrase(
              ProviderFailure.QUOTA,
              "今日调用次数",
              "每日限额",
              "额度已用完",
              "额度不足",
              "额度已用尽",
              "配额不足",
              "配额已用",
              "free allocated quota exceeded",
              "free tier of the model has been exhausted",
              "open api daily request limit reached",
              "open api total request limit reached")
          .phrase(
              ProviderFailure.CONTENT_FILTER,
              "敏感内容",
              "敏感词",
              "不安全内容",
              "违规内容",
              "内容审核",
              "considered high risk",
              "data may contain inappropriate content")
          .phrase(
              ProviderFailure.CONTEXT_OVERFLOW,
              "超长",
              "超过模型最大",
              "上下文长度",
              "input token length too long",
              "exceeded model token limit",
              "prompt tokens too long",
              "context window exceeds limit",
              "range of input length should be")
          .phrase(
              ProviderFailure.RATE_LIMITED,
              "频率过高",
              "并发数过高",
              "请求过于频繁",
              "请求频率",
              "触发限流",
              "流量限制",
              "速率限制")
          .phrase(ProviderFailure.OVERLOADED, "访问量过大", "系统繁忙", "服务繁忙", "负载过高", "无可用渠道")
          .phrase(ProviderFailure.AUTH, "令牌无效", "无效的令牌", "身份验证失败")
          .phrase(ProviderFailure.NOT_FOUND, "模型不存在")
          .phrase(ProviderFailure.FORBIDDEN, "无权限", "无权访问", "暂未开放");

  private ChineseErrors() {}
}

// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What must not come out: keys of services, texts, and keys of no shape that only the request they
 * came with tells for what they are. All hold one word, so that one search finds any of them.
 */
final class LeakValues {

  /** In every value; of letters and digits that no identifier has in this order by chance. */
  static final String STEM = "x9Zq" + "7LkV";

  private static final String ALPHABET =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** How keys begin. */
  private static final List<String> PREFIXES =
      List.of(
          "sk-",
          "sk_",
          "pk_",
          "rk_",
          "ghp_",
          "gho_",
          "ghu_",
          "ghs_",
          "ghr_",
          "github_pat_",
          "xox",
          "akia",
          "aiza",
          "ya29.",
          "hf_",
          "glpat-",
          "gsk_",
          "xai-",
          "npm_",
          "eyj",
          "lbrk_",
          "pcsk_",
          "shpat_",
          "shpca_",
          "shppa_",
          "shpss_",
          "pypi-",
          "dop_v1_",
          "doo_v1_",
          "dor_v1_",
          "glptt-",
          "glrt-",
          "gldt-",
          "glft-",
          "glsoat-",
          "glcbt-",
          "glagent-",
          "gloas-",
          "glimt-",
          "glffct-",
          "dckr_pat_",
          "dckr_oat_",
          "hvs.",
          "hvb.",
          "nvapi-",
          "sntrys_",
          "sntryu_",
          "whsec_",
          "figd_",
          "lsv2_pt_",
          "lsv2_sk_",
          "xkeysib-",
          "xsmtpsib-",
          "sbp_",
          "atatt3",
          "age-secret-key-",
          "tskey-",
          "ops_eyj",
          "sq0atp-",
          "sq0csp-",
          "pscale_tkn_",
          "pscale_pw_",
          "pscale_oauth_",
          "nrak-",
          "pmak-",
          "bedrock-api-key-",
          "flwseck",
          "flwpubk",
          "hrku-aa",
          "api_org_",
          "dt0c01.",
          "sm_aat_",
          "sm_pat_",
          "sm_sat_",
          "xapp-1-",
          "atctt3",
          "bbdc-",
          "ccipat_",
          "cfk_",
          "cfpat-",
          "figp_",
          "pk-lf-",
          "pat-eu1-",
          "pat-na1-",
          "ramp_sec_",
          "rzp_live_",
          "sqco_",
          "thog-key-",
          "thog-secret-",
          "shltm_",
          "ak_live_",
          "access-sandbox-",
          "access-production-",
          "tkn.v1_",
          "s-s4t2",
          "u-s4t2",
          "sub-c-",
          "pub-c-",
          "r8_",
          "sg.",
          "pplx-",
          "fw_",
          "tgp_v1_",
          "csk-",
          "jina_",
          "secret_",
          "ntn_",
          "glc_",
          "glsa_",
          "rubygems_",
          "pul-",
          "pnu_",
          "rdme_",
          "sgp_",
          "shippo_live_",
          "shippo_test_",
          "lin_api_",
          "lin_oauth_",
          "phc_",
          "phx_",
          "squ_",
          "sqp_",
          "sqa_",
          "dp.pt.",
          "dp.st.",
          "dp.ct.",
          "fio-u-",
          "flb_live_",
          "duffel_live_",
          "duffel_test_",
          "ezak",
          "eztk",
          "nrjs-",
          "tfp_",
          "bkua_",
          "dapi",
          "clojars_",
          "akcp",
          "ltai",
          "apify_api_",
          "p8e-",
          "sl.",
          "eaaa",
          "abia",
          "acca",
          "fo1_",
          "or-v1-",
          "asia",
          "absk",
          "zxlk",
          "nfp_",
          "nrii-",
          "nriq-",
          "ptr_",
          "salad_cloud_",
          "slk_",
          "cmvmd",
          "ico-",
          "key-",
          "pat.",
          "sat.",
          "eaac",
          "eaam",
          "rootly_");

  /** Texts; the value's own word stands for the number sign. */
  private static final List<String> TEXTS =
      List.of(
          "/home/ann/#/diary.txt",
          "C:/Users/ann/#.doc",
          "https://internal.example/#",
          "http://10.0.0.7:8080/#?x=1",
          "ann.#@example.com",
          "please summarise # for me",
          "{\"a\":\"#\"}",
          "#; drop table runs",
          "Grüße #",
          "\u001b[31m#",
          "../#/..",
          "#\tindented",
          "a/b/c/d/e/#",
          "postgres://user:#/db",
          "-----BEGIN # KEY-----",
          "+49 170 #",
          "user=#",
          "say \"#\"",
          "<b>#</b>",
          "50% of #");

  private static final int TEXTS_OF_A_SHAPE = 4;
  private static final int OWN_KEYS = 100;

  private final Random random = new Random(14);
  private final List<String> shaped = new ArrayList<>();
  private final List<String> own = new ArrayList<>();

  LeakValues() {
    PREFIXES.forEach(prefix -> shaped.add(prefix + word(16)));
    for (int i = 0; i < TEXTS_OF_A_SHAPE; i++) {
      TEXTS.forEach(text -> shaped.add(text.replace("#", word(6))));
    }
    for (int i = 0; i < OWN_KEYS; i++) {
      own.add(drawn(4) + word(16));
    }
  }

  private String word(int more) {
    return STEM + drawn(more);
  }

  private String drawn(int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** What is refused wherever it stands. */
  List<String> shaped() {
    return shaped;
  }

  /** What is refused where the request at hand bears it as a credential. */
  List<String> own() {
    return own;
  }

  Stream<String> all() {
    return Stream.concat(shaped.stream(), own.stream());
  }
}

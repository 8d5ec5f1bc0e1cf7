// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import java.util.ArrayList;
import java.util.List;

/**
 * Requests that two readers could read in two ways, or that are none (RFC 9112): each as it stands
 * on the wire, and none of them to be passed on.
 */
final class MalformedRequests {

  private static final String LINE = "POST /up/v1/messages HTTP/1.1\r\n";
  private static final String HOST = "Host: h\r\n";
  private static final String END = "\r\n";

  private final List<String> all = new ArrayList<>();

  private MalformedRequests() {}

  static List<String> all() {
    var requests = new MalformedRequests();
    requests.startLines();
    requests.hosts();
    requests.lengths();
    requests.lengthAndChunked();
    requests.transferEncodings();
    requests.fieldNames();
    requests.lineEnds();
    requests.controlBytes();
    requests.folding();
    requests.sizes();
    return requests.all;
  }

  private void startLines() {
    for (String line :
        new String[] {
          "GET",
          "GET ",
          "GET /up/",
          "GET /up/ ",
          "GET  /up/ HTTP/1.1",
          "GET /up/  HTTP/1.1",
          "GET /up/ HTTP/1.1 ",
          "GET /up/ a HTTP/1.1",
          "GET\t/up/ HTTP/1.1",
          "GET /up/\tHTTP/1.1",
          "GET /up/\tx HTTP/1.1",
          " GET /up/ HTTP/1.1",
          "/up/ HTTP/1.1",
          "GET HTTP/1.1",
          "G@T /up/ HTTP/1.1",
          "G(T /up/ HTTP/1.1",
          "G:T /up/ HTTP/1.1",
          "\"GET\" /up/ HTTP/1.1",
          "GET /up/ HTTP/0.9",
          "GET /up/ HTTP/1",
          "GET /up/ HTTP/1.",
          "GET /up/ HTTP/1.10",
          "GET /up/ HTTP/01.1",
          "GET /up/ HTTP/1.2",
          "GET /up/ HTTP/2.0",
          "GET /up/ HTTP/3",
          "GET /up/ HTTP/11",
          "GET /up/ http/1.1",
          "GET /up/ HTTP 1.1",
          "GET /up/ HTTP/1.1x",
          "GET /up/ XHTTP/1.1",
          "GET /up/ HTTPS/1.1",
          "HTTP/1.1 200 OK",
          "PRI * HTTP/2.0"
        }) {
      all.add(line + "\r\n" + HOST + END);
    }
  }

  private void hosts() {
    all.add(LINE + END);
    all.add(LINE + "X: y\r\n" + END);
    all.add(LINE + HOST + HOST + END);
    all.add(LINE + HOST + "X: y\r\nhost: other\r\n" + END);
    all.add(LINE + HOST + "HOST: h\r\n" + END);
  }

  private void lengths() {
    for (String length :
        new String[] {
          "",
          "-1",
          "+1",
          "1.0",
          "0x1",
          "1 1",
          "1;1",
          "1e1",
          "one",
          "1a",
          "a1",
          "1,2",
          "1, 2",
          "2,1",
          "1,",
          ",1",
          ",",
          "1,,1",
          "1 , 3",
          "\"1\"",
          "'1'",
          "-0",
          "+0",
          "1-",
          "1_000",
          "1\t1",
          "9999999999999999999",
          "18446744073709551616",
          "99999999999999999999999999",
          "\u0661",
          "0x",
          "NaN",
          "1 ;",
          "(1)",
          "1/1",
          "%31"
        }) {
      all.add(request("Content-Length: " + length));
    }
    for (String pair : new String[] {"1|2", "0|1", "1|0", "2|02x", "5|6", "10|1", "1|x", "x|1"}) {
      String[] two = pair.split("\\|", -1);
      all.add(request("Content-Length: " + two[0], "Content-Length: " + two[1]));
      all.add(request("Content-Length: " + two[0], "X: y", "content-length: " + two[1]));
    }
  }

  private void lengthAndChunked() {
    for (String length : new String[] {"0", "1", "3", "100"}) {
      for (String chunked :
          new String[] {"chunked", "Chunked", "CHUNKED", " chunked", "chunked ", "\tchunked"}) {
        all.add(request("Content-Length: " + length, "Transfer-Encoding: " + chunked));
        all.add(request("Transfer-Encoding: " + chunked, "Content-Length: " + length));
      }
    }
    all.add(request("content-length: 1", "X: y", "TRANSFER-ENCODING: chunked"));
  }

  private void transferEncodings() {
    for (String coding :
        new String[] {
          "",
          "x",
          "identity",
          "gzip",
          "gzip, chunked",
          "chunked, gzip",
          "chunked, chunked",
          "chunked,",
          ",chunked",
          "xchunked",
          "chunkedx",
          "chunked;q=1",
          "chunked; a=b",
          "\"chunked\"",
          "chun ked",
          "chunke",
          "chunked\tx",
          "identity, chunked",
          "deflate",
          "compress, chunked",
          "x chunked",
          "chunked identity",
          "\u000bchunked",
          "chunked\u000b",
          "cow, chunked"
        }) {
      all.add(request("Transfer-Encoding: " + coding));
    }
    all.add(request("Transfer-Encoding: chunked", "Transfer-Encoding: chunked"));
    all.add(request("Transfer-Encoding: chunked", "Transfer-Encoding: identity"));
    all.add(request("Transfer-Encoding: identity", "Transfer-Encoding: chunked"));
    all.add(request("Transfer-Encoding: x", "Transfer-Encoding: chunked"));
    all.add("POST /up/ HTTP/1.0\r\nTransfer-Encoding: chunked\r\n" + END + "0\r\n\r\n");
  }

  private void fieldNames() {
    for (String line :
        new String[] {
          "no-colon",
          ": no name",
          " : x",
          "X : y",
          "X\t: y",
          "Content-Length : 1",
          "Content-Length\t: 1",
          "Transfer-Encoding : chunked",
          "Transfer-Encoding\t: chunked",
          "X Y: z",
          "X@: y",
          "(X): y",
          "X,Y: z",
          "X;: y",
          "X/Y: z",
          "X[]: y",
          "X{}: y",
          "X=Y: z",
          "X?: y",
          "\"X\": y",
          "<X>: y",
          "X\\: y",
          "Conten\u00b7t: y",
          "\u00e4: y"
        }) {
      all.add(request(line));
    }
  }

  private void lineEnds() {
    String[] lines = {
      "X: y\nContent-Length: 1",
      "X: y\n\nGET /up/ HTTP/1.1",
      "X: y\rContent-Length: 1",
      "X: y\r\r\nContent-Length: 1",
      "X: \ry",
      "X:\r y",
      "X\r: y"
    };
    for (String line : lines) {
      all.add(request(line));
    }
    all.add("GET /up/ HTTP/1.1\nHost: h\n\n");
    all.add("GET /up/ HTTP/1.1\r\nHost: h\n\r\n");
    all.add("GET /up/ HTTP/1.1\rHost: h\r\r");
    all.add("GET /up/ HTTP/1.1\n\r\nHost: h\r\n\r\n");
    all.add("GET /up/\r HTTP/1.1\r\nHost: h\r\n\r\n");
    all.add("GET /up/\n HTTP/1.1\r\nHost: h\r\n\r\n");
  }

  private void controlBytes() {
    for (int control = 0; control < 0x20; control++) {
      if (control != '\t' && control != '\r' && control != '\n') {
        all.add(request("X: a" + (char) control + "b"));
      }
    }
    all.add(request("X: a\u007fb"));
    all.add("GET /up/\u0000 HTTP/1.1\r\nHost: h\r\n\r\n");
    all.add("GET /up/\u007f HTTP/1.1\r\nHost: h\r\n\r\n");
    all.add(request("X\u0000: y"));
    all.add(request("Transfer-Encoding: \u0000chunked"));
    all.add("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003");
  }

  private void folding() {
    for (String line :
        new String[] {
          "X: a\r\n b",
          "X: a\r\n\tb",
          "Transfer-Encoding:\r\n chunked",
          "Content-Length:\r\n 1",
          "X: a\r\n Content-Length: 1"
        }) {
      all.add(request(line));
    }
    all.add(LINE + " X: y\r\n" + HOST + END);
    all.add(LINE + "\tX: y\r\n" + HOST + END);
  }

  private void sizes() {
    all.add(request("X: " + "a".repeat(70 * 1024)));
    all.add(request("X".repeat(70 * 1024) + ": y"));
    all.add("GET /up/" + "a".repeat(70 * 1024) + " HTTP/1.1\r\n" + HOST + END);
    all.add(LINE + HOST + "X: y\r\n".repeat(12 * 1024) + END);
    all.add("A".repeat(70 * 1024));
  }

  private static String request(String... lines) {
    return LINE + HOST + String.join("\r\n", lines) + "\r\n" + END;
  }
}
